# The LibreOffice SDK, in Debian's layout and in the stock layouts of Linux, Windows and macOS.
# Hints: LIBREOFFICE_SDK (the sdk folder), LIBREOFFICE_PROGRAM (the folder with types.rdb).
# Gives: target LibreOffice::sdk; functions libreoffice_headers() and libreoffice_types().

file(GLOB stock_sdks
  "/opt/libreoffice*/sdk" "C:/Program Files/LibreOffice*/sdk" "/Applications/LibreOffice*_SDK"
  "$ENV{HOME}/LibreOffice*_SDK")
list(SORT stock_sdks ORDER DESCENDING)
find_path(LIBREOFFICE_SDK include/cppuhelper/implbase1.hxx
  HINTS "$ENV{OO_SDK_HOME}" PATHS /usr/lib/libreoffice/sdk /usr/lib64/libreoffice/sdk ${stock_sdks})
find_path(LIBREOFFICE_PROGRAM types.rdb
  HINTS "${LIBREOFFICE_SDK}/../program" "${LIBREOFFICE_SDK}/../Resources"
  PATHS /Applications/LibreOffice.app/Contents/Resources)
find_program(CPPUMAKER cppumaker HINTS "${LIBREOFFICE_SDK}/bin")
find_program(UNOIDL_WRITE unoidl-write HINTS "${LIBREOFFICE_SDK}/bin")

set(UNO_LIBRARIES "")
foreach(name cppuhelper cppu salhelper sal)
  find_library(UNO_${name}_LIBRARY NAMES uno_${name}gcc3 uno_${name} i${name} HINTS "${LIBREOFFICE_SDK}/lib")
  list(APPEND UNO_LIBRARIES "${UNO_${name}_LIBRARY}")
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibreOfficeSdk
  REQUIRED_VARS LIBREOFFICE_SDK LIBREOFFICE_PROGRAM CPPUMAKER UNOIDL_WRITE UNO_cppuhelper_LIBRARY UNO_sal_LIBRARY
  REASON_FAILURE_MESSAGE "On Debian: apt-get install libreoffice-dev. Else set LIBREOFFICE_SDK.")

# macOS and Windows keep offapi.rdb elsewhere below the program folder.
file(GLOB_RECURSE offapi "${LIBREOFFICE_PROGRAM}/types/offapi.rdb" "${LIBREOFFICE_PROGRAM}/offapi.rdb")
list(GET offapi 0 LIBREOFFICE_OFFAPI)
set(LIBREOFFICE_RDBS "${LIBREOFFICE_PROGRAM}/types.rdb" "${LIBREOFFICE_OFFAPI}")

if(NOT TARGET LibreOffice::sdk)
  add_library(LibreOffice::sdk INTERFACE IMPORTED)
  target_include_directories(LibreOffice::sdk SYSTEM INTERFACE "${LIBREOFFICE_SDK}/include")
  target_link_libraries(LibreOffice::sdk INTERFACE ${UNO_LIBRARIES})
  if(WIN32)
    target_compile_definitions(LibreOffice::sdk INTERFACE WNT CPPU_ENV=mscx)
  elseif(APPLE)
    target_compile_definitions(LibreOffice::sdk INTERFACE UNX MACOSX CPPU_ENV=gcc3)
  else()
    target_compile_definitions(LibreOffice::sdk INTERFACE UNX LINUX CPPU_ENV=gcc3)
  endif()
endif()

# libreoffice_headers(<folder>): C++ headers of the office's own types, made once when the build is configured.
function(libreoffice_headers folder)
  if(NOT EXISTS "${folder}/com/sun/star/uno/XInterface.hpp")
    execute_process(COMMAND "${CPPUMAKER}" -Gc "-O${folder}" ${LIBREOFFICE_RDBS} RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "cppumaker could not write the headers of LibreOffice to ${folder}")
    endif()
  endif()
endfunction()

# libreoffice_types(<idl> <rdb> <folder> <header>): our types as .rdb and as C++ headers.
function(libreoffice_types idl rdb folder header)
  list(TRANSFORM LIBREOFFICE_RDBS PREPEND "-X" OUTPUT_VARIABLE known)
  add_custom_command(
    OUTPUT "${rdb}" "${folder}/${header}"
    COMMAND "${UNOIDL_WRITE}" ${LIBREOFFICE_RDBS} "${idl}" "${rdb}"
    COMMAND "${CPPUMAKER}" -Gc "-O${folder}" "${rdb}" ${known}
    COMMAND "${CMAKE_COMMAND}" -E touch "${folder}/${header}"
    DEPENDS "${idl}"
    COMMENT "Compiling the published types")
endfunction()
