namespace Crm.SalesOrders.Application;

/// <summary>The customer's fields that orders hold copies of, by the names that the masks of roles have for them.</summary>
internal static class CustomerFields
{
    public const string Code = "customers.code";
    public const string ContactPoint = "customers.contactPoints.value";
    public const string Name = "customers.name";
    public const string Street = "customers.addresses.lines";
    public const string City = "customers.addresses.city";
    public const string Region = "customers.addresses.region";
    public const string PostalCode = "customers.addresses.postalCode";
    public const string Country = "customers.addresses.country";
}
