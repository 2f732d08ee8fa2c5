using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Persistence;

internal static class CustomerSearch
{
    private const char Escape = '\\';

    /// <summary>Customers with the text in name or code, or with a phone or mail that is, starts with or ends with it.</summary>
    public static IQueryable<Customer> Matching(this CustomersDbContext db, IQueryable<Customer> customers, string text)
    {
        var words = Folding.Fold(text);
        var pattern = $"%{Escaped(words)}%";
        var hashes = KindsMeant(text).Select(kind => ContactPoint.Normalise(kind, text, country: null)).Distinct()
            .SelectMany(SearchToken.PartsSearched).Select(part => db.Keys.SearchHash("contact-point", part)).ToList();
        return customers.Where(c => (words != "" && EF.Functions.Like(c.SearchText, pattern, Escape.ToString()))
            || db.SearchTokens.Any(t => t.CustomerId == c.Id && hashes.Contains(t.Hash)));
    }

    private static ContactPointKind[] KindsMeant(string text) =>
        ContactPoint.LooksLikeNumber(text) ? [ContactPointKind.Phone, ContactPointKind.Email, ContactPointKind.Social] : [ContactPointKind.Email, ContactPointKind.Social];

    private static string Escaped(string text) => text
        .Replace($"{Escape}", $"{Escape}{Escape}", StringComparison.Ordinal)
        .Replace("%", $"{Escape}%", StringComparison.Ordinal)
        .Replace("_", $"{Escape}_", StringComparison.Ordinal)
        .Replace("[", $"{Escape}[", StringComparison.Ordinal);
}
