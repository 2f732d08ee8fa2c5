using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Customers.Persistence;

namespace Crm.Customers.Application.Duplicates;

/// <summary>
/// Lets one caller register one customer beside those that were shown to be like it. Encrypted with authentication (AES-GCM), so that nobody
/// else can make or change one; nothing of it is stored.
/// </summary>
/// <param name="CallerId">To whom it was given.</param>
/// <param name="Body">Hash of what is registered.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Candidates">Which were shown; one that came later is shown first.</param>
internal sealed record DuplicateOverride(Guid CallerId, string Body, DateTimeOffset Until, IReadOnlySet<Guid> Candidates)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const char Separator = '|';
    private const string Purpose = "duplicate-override";

    public string Written(CustomersDbContext db) => db.Keys.Encrypt(string.Join(
        Separator, Purpose, CallerId, Body, Until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), string.Join(',', Candidates)));

    /// <summary>Null where it was not made here.</summary>
    public static DuplicateOverride? Read(CustomersDbContext db, string token)
    {
        try
        {
            var parts = db.Keys.Decrypt(token).Split(Separator);
            if (parts is not [Purpose, var caller, var body, var until, var candidates]) return null;
            return new DuplicateOverride(
                Guid.Parse(caller), body, DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)), candidates.Split(',').Select(Guid.Parse).ToHashSet());
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The same for the same customer, whatever override comes with it.</summary>
    public static string HashOf(CustomerInput input) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(input, typeof(CustomerInput), CrmJson.Options))));
}
