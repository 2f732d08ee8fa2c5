using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;

namespace Crm.Customers.Application.Imports;

/// <summary>By what a customer is recognised whose key in the other system is not known.</summary>
internal static class CustomerTraits
{
    public const string Code = "code";
    public const string TaxId = "taxId";
    public const string Email = "email";
    public const string Phone = "phone";

    /// <summary>The same to the letter.</summary>
    public const string Name = "name";

    public static readonly IReadOnlyList<string> All = [Code, TaxId, Email, Phone, Name];

    /// <summary>As <c>trait:value</c>, one for each that the row has something of.</summary>
    public static IEnumerable<string> Of(CustomerImportRow row, IReadOnlyCollection<string> traits)
    {
        var country = Countries.CodeOf(row.Country);
        return Of(row.Code, row.TaxId, row.Name, row.Numbers().Select(n => (n.Kind, ContactPoint.Normalise(n.Kind, n.Value, country))), traits);
    }

    public static IEnumerable<string> Of(Customer customer, IReadOnlyCollection<string> traits) =>
        Of(customer.Code, customer.TaxId, customer.Name, customer.ContactPoints.Select(p => (p.Kind, p.Normalised)), traits);

    private static IEnumerable<string> Of(
        string? code, string? taxId, string name, IEnumerable<(ContactPointKind Kind, string Value)> numbers, IReadOnlyCollection<string> traits)
    {
        var marks = new List<(string Trait, string Value)> { (Code, code?.Trim() ?? ""), (TaxId, TaxNumber.Normalise(taxId)), (Name, name.Trim()) };
        marks.AddRange(numbers.Where(n => n.Kind is ContactPointKind.Email or ContactPointKind.Phone or ContactPointKind.Mobile)
            .Select(n => (n.Kind == ContactPointKind.Email ? Email : Phone, n.Value)));
        return marks.Where(m => m.Value.Length > 0 && traits.Contains(m.Trait)).Select(m => $"{m.Trait}:{m.Value}").Distinct();
    }
}
