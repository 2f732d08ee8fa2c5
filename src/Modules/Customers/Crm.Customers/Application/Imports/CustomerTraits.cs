using Crm.BuildingBlocks;
using Crm.Customers.Application.Duplicates;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Duplicates;

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

    /// <summary>Weighed by the rules of the company, as the background run weighs it: asked last, wherever it stands in a profile.</summary>
    public const string Likeness = "likeness";

    public static readonly IReadOnlyList<string> All = [Code, TaxId, Email, Phone, Name, Likeness];

    /// <summary>As masks call what a trait compares.</summary>
    public static IReadOnlyList<string> FieldsOf(string trait) => trait switch
    {
        Code => [$"{CustomerInput.Resource}.code"],
        TaxId => [$"{CustomerInput.Resource}.taxId"],
        Name => [$"{CustomerInput.Resource}.name"],
        Likeness => [.. Enum.GetValues<DedupeField>().Select(FieldMatchView.MaskOf).Distinct()],
        _ => [CustomerFields.Number],
    };

    /// <summary>As <c>trait:value</c>, one for each that the row has something of.</summary>
    public static IEnumerable<string> Of(CustomerImportRow row, IReadOnlyCollection<string> traits)
    {
        var country = Countries.CodeOf(row.Country);
        return Of(row.Code, row.TaxId, row.Name, row.Numbers().Select(n => (n.Kind, ContactPoint.Normalise(n.Kind, n.Value, country))), traits);
    }

    /// <summary>Of numbers also as a file has them that says nothing of a country.</summary>
    public static IEnumerable<string> Of(Customer customer, IReadOnlyCollection<string> traits) => Of(
        customer.Code, customer.TaxId, customer.Name,
        customer.ContactPoints.SelectMany(p => new[] { (p.Kind, p.Normalised), (p.Kind, ContactPoint.Normalise(p.Kind, p.Value, country: null)) }), traits);

    private static IEnumerable<string> Of(
        string? code, string? taxId, string name, IEnumerable<(ContactPointKind Kind, string Value)> numbers, IReadOnlyCollection<string> traits)
    {
        var marks = new List<(string Trait, string Value)> { (Code, code?.Trim() ?? ""), (TaxId, TaxNumber.Normalise(taxId)), (Name, name.Trim()) };
        marks.AddRange(numbers.Where(n => n.Kind is ContactPointKind.Email or ContactPointKind.Phone or ContactPointKind.Mobile)
            .Select(n => (n.Kind == ContactPointKind.Email ? Email : Phone, n.Value)));
        return marks.Where(m => m.Value.Length > 0 && traits.Contains(m.Trait)).Select(m => $"{m.Trait}:{m.Value}").Distinct();
    }
}
