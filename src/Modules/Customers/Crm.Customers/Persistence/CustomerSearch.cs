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
        var byNumber = db.SearchTokens.Where(t => hashes.Contains(t.Hash)).Select(t => t.CustomerId);
        if (words.Length == 0) return customers.Where(c => byNumber.Contains(c.Id));

        // One set of ids where an index finds them; "or" would make PostgreSQL read everybody. Elsewhere a walk in the order of the names, that
        // looks into an index and reads only those who are found.
        var byName = db.Customers.Where(c => EF.Functions.Like(c.SearchText, pattern, Escape.ToString())).Select(c => c.Id);
        return words.Length >= db.Dialect.ShortestIndexedPart
            ? customers.Where(c => byName.Concat(byNumber).Contains(c.Id))
            : customers.Where(c => EF.Functions.Like(c.SearchText, pattern, Escape.ToString()) || byNumber.Contains(c.Id));
    }

    private static ContactPointKind[] KindsMeant(string text) =>
        ContactPoint.LooksLikeNumber(text) ? [ContactPointKind.Phone, ContactPointKind.Email, ContactPointKind.Social] : [ContactPointKind.Email, ContactPointKind.Social];

    private static string Escaped(string text) => text
        .Replace($"{Escape}", $"{Escape}{Escape}", StringComparison.Ordinal)
        .Replace("%", $"{Escape}%", StringComparison.Ordinal)
        .Replace("_", $"{Escape}_", StringComparison.Ordinal)
        .Replace("[", $"{Escape}[", StringComparison.Ordinal);
}
