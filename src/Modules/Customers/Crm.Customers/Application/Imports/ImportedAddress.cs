using Crm.BuildingBlocks;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Imports;

/// <summary>The addresses of a customer with one that a file says, or part of one.</summary>
internal static class ImportedAddress
{
    /// <summary>What contradicts nothing of the primary address of its kind is added to it; another place takes its place.</summary>
    /// <param name="present">That are there.</param>
    /// <param name="said">With what the file has of it; the rest says nothing.</param>
    public static IReadOnlyList<AddressInput> On(IReadOnlyList<AddressInput> present, AddressInput said)
    {
        if (present.Any(a => a with { Latitude = null, Longitude = null } == said)) return present;
        if (present.FirstOrDefault(a => a.Kind == said.Kind && a.IsPrimary) is not { } known) return [.. present, said];
        // As a whole: the region of the old address is none of the new one.
        var wanted = IsElsewhere(known, said) ? said : Added(known, said);
        return wanted == known ? present : [.. present.Where(a => !ReferenceEquals(a, known)), wanted];
    }

    private static bool IsElsewhere(AddressInput known, AddressInput said) =>
        Contradicts(known.Lines, said.Lines) || Contradicts(known.City, said.City) || Contradicts(known.PostalCode, said.PostalCode);

    private static AddressInput Added(AddressInput known, AddressInput said)
    {
        var isAbroad = Contradicts(known.Country, said.Country) && Countries.CodeOf(known.Country) != Countries.CodeOf(said.Country);
        var added = known with
        {
            Lines = said.Lines ?? known.Lines,
            City = said.City ?? known.City,
            Region = said.Region ?? (isAbroad ? null : known.Region),
            PostalCode = said.PostalCode ?? known.PostalCode,
            Country = isAbroad ? said.Country : known.Country ?? said.Country,
        };
        // The middle of a town is not the house that is known now.
        return known.Lines is null && added.Lines is not null ? added with { Latitude = null, Longitude = null } : added;
    }

    private static bool Contradicts(string? known, string? said) => known is not null && said is not null && !string.Equals(known.Trim(), said.Trim(), StringComparison.OrdinalIgnoreCase);
}
