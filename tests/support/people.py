"""Who uses the office."""
from office import values


class People:
    """`people("Ann Lee")` makes that person the user of the office."""

    def __init__(self, office):
        provider = office.service("com.sun.star.configuration.ConfigurationProvider")
        self.data = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", values(nodepath="/org.openoffice.UserProfile/Data"))

    def __call__(self, name):
        first, _, last = name.partition(" ")
        self.data.replaceByName("givenname", first)
        self.data.replaceByName("sn", last)
        self.data.commitChanges()
