#include "tongues.hpp"

namespace steward::support {

const std::vector<Tongue>& tongues() {
  static const std::vector<Tongue> all{
      {"Item", "Account No", "Budget", "Revised budget", "Commitments", "Actual", "Variance", "Total", "Subtotal",
       "Income", "Expenses", "Type", "Fiscal Year", "Amount", "Operating budget", "Quantity", "Unit price",
       "in thousands of EUR", "of which", "Option", "Opening balance", "Closing balance", "Q", "Net cash flow", "Level",
       {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
       {"Salaries", "Rent", "Travel", "Training", "Insurance", "Software", "Postage", "Cleaning"},
       false, {"%s", "$%s", "USD %s", "%s USD"}},
      {"项目", "科目编码", "预算", "调整后预算", "已签合同", "实际", "差异", "合计", "小计",
       "收入", "支出", "收支类型", "年度", "金额", "年度经营预算", "数量", "单价",
       "单位：万元", "其中：", "方案", "期初余额", "期末余额", "第%d季度", "净额", "级次",
       {"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
       {"工资", "房租", "差旅", "培训", "保险", "软件", "快递", "保洁"},
       false, {"%s", "¥%s", "%s元"}},
      {"Bezeichnung", "Kontonummer", "Plan", "Nachtrag", "Obligo", "Ist", "Abweichung", "Summe", "Zwischensumme",
       "Einnahmen", "Ausgaben", "Art", "Jahr", "Betrag", "Haushaltsplan", "Menge", "Einzelpreis",
       "Angaben in TEUR", "davon", "Variante", "Anfangsbestand", "Kontostand", "Q", "Saldo", "Ebene",
       {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember"},
       {"Gehälter", "Miete", "Reisen", "Schulung", "Versicherung", "Software", "Porto", "Reinigung"},
       true, {"%s", "%s €", "EUR %s"}},
      {"Libellé", "Code", "Budget", "Budget révisé", "Engagé", "Réalisé", "Écart", "Total", "Sous-total",
       "Recettes", "Dépenses", "Nature", "Exercice", "Montant", "Budget prévisionnel", "Quantité", "Prix unitaire",
       "en milliers EUR", "dont", "Option", "Solde initial", "Solde", "T", "Solde", "Niveau",
       {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre"},
       {"Salaires", "Loyer", "Voyages", "Formation", "Assurance", "Logiciels", "Affranchissement", "Nettoyage"},
       true, {"%s", "%s €"}},
      {"Concepto", "Código", "Presupuesto", "Modificado", "Comprometido", "Ejecutado", "Diferencia", "Total", "Subtotal",
       "Ingresos", "Gastos", "Tipo", "Ejercicio", "Importe", "Presupuesto anual", "Cantidad", "Precio unitario",
       "miles de EUR", "de los cuales", "Opción", "Saldo inicial", "Saldo", "T", "Saldo", "Nivel",
       {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre"},
       {"Salarios", "Alquiler", "Viajes", "Formación", "Seguros", "Programas", "Correo", "Limpieza"},
       true, {"%s", "%s €"}},
  };
  return all;
}

}  // namespace steward::support
