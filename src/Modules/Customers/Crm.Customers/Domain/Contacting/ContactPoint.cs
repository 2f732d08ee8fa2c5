using System.Text;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Contacting;

/// <summary>What is said of a phone number, a mail address or an account: by whom a customer or one of its contacts is reached.</summary>
/// <param name="Kind">How one is reached by it.</param>
/// <param name="Network">Of a social account, such as <c>wechat</c>; else null.</param>
/// <param name="Value">As it was given.</param>
/// <param name="Label">What tells it from others of its kind, such as "reception".</param>
/// <param name="IsPrimary">To be tried first among those of its kind.</param>
/// <param name="IsVerified">Somebody was reached by it.</param>
/// <param name="IsOptedOut">Whoever is reached by it does not want to be.</param>
internal sealed record ContactPointFacts(
    ContactPointKind Kind, string? Network, string Value, string? Label, bool IsPrimary, bool IsVerified, bool IsOptedOut);

/// <summary>A way to reach somebody, as it was given and in the form by which it is compared.</summary>
internal sealed class ContactPoint
{
    private ContactPoint()
    {
    }

    public ContactPoint(ContactPointFacts facts)
    {
        (Kind, Network, Value) = (facts.Kind, facts.Network, facts.Value);
        TakeRest(facts);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public ContactPointKind Kind { get; private set; }

    public string? Network { get; private set; }

    [Personal]
    public string Value { get; private set; } = "";

    /// <summary>A phone number in E.164 where its country can be told, mail in lower case, an account without an @ before it.</summary>
    [Personal]
    public string Normalised { get; private set; } = "";

    [PersonalInCopies]
    public string? Label { get; private set; }

    public bool IsPrimary { get; private set; }

    public bool IsVerified { get; private set; }

    public bool IsOptedOut { get; private set; }

    /// <summary>Whether a phone number says its country and is as long as numbers there are; null for all that is no phone number.</summary>
    public bool? IsDialable => Kind is ContactPointKind.Email or ContactPointKind.Social ? null : PhoneNumber.IsValid(Normalised);

    /// <param name="kind">Decides what makes two of them the same.</param>
    /// <param name="value">As somebody wrote it.</param>
    /// <param name="country">ISO 3166-1 alpha-2, for phone numbers that do not say theirs; null: not known.</param>
    public static string Normalise(ContactPointKind kind, string value, string? country) => kind switch
    {
        ContactPointKind.Email => Plain(value).ToLowerInvariant(),
        ContactPointKind.Social => Plain(value).TrimStart('@').ToLowerInvariant(),
        _ => PhoneNumber.Normalise(value, country),
    };

    /// <summary>Nothing but what numbers are written with. A name with a year in it is none, though digits could be taken out of it.</summary>
    public static bool LooksLikeNumber(string text) =>
        text.Normalize(NormalizationForm.FormKC).All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || "+-./()".Contains(c));

    /// <summary>Makes the points of somebody those that are wanted, with one primary per kind and network.</summary>
    internal static void Replace(List<ContactPoint> present, IReadOnlyList<ContactPointFacts> wanted)
    {
        Parts.Replace(
            present, wanted, (a, b) => (a.Kind, a.Network, a.Value) == (b.Kind, b.Network, b.Value), (a, b) => a.TakeRest(b), facts => new ContactPoint(facts));
        foreach (var kind in present.GroupBy(p => (p.Kind, p.Network))) Parts.MakeOnePrimary([.. kind], p => p.IsPrimary, (p, primary) => p.IsPrimary = primary);
    }

    internal void NormaliseFor(string? country) => Normalised = Normalise(Kind, Value, country);

    private void TakeRest(ContactPointFacts facts) =>
        (Label, IsPrimary, IsVerified, IsOptedOut) = (facts.Label, facts.IsPrimary, facts.IsVerified, facts.IsOptedOut);

    private static string Plain(string value) => value.Normalize(NormalizationForm.FormKC).Trim();
}
