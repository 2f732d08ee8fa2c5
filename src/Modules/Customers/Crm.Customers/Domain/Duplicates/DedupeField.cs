using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>What of a customer is held against another one, folded and normalised.</summary>
internal enum DedupeField
{
    [Label("Name", "名称")]
    Name,
    [Label("Legal form", "企业类型")]
    LegalForm,
    [Label("Contact person", "联系人")]
    ContactName,
    [Label("Date of birth", "出生日期")]
    BornOn,
    [Label("Tax number", "税号")]
    TaxId,
    [Label("Phone", "电话")]
    Phone,
    [Label("E-mail", "电子邮件")]
    Email,
    [Label("Street", "街道")]
    Street,
    [Label("Postal code", "邮编")]
    PostalCode,
    [Label("City", "城市")]
    City,
    [Label("Region", "省/州")]
    Region,
    [Label("Country", "国家")]
    Country,
}
