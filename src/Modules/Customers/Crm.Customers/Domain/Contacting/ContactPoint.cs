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

    public ContactPoint(ContactPointFacts facts, Guid? contactId)
    {
        (Kind, Network, Value, ContactId) = (facts.Kind, facts.Network, facts.Value, contactId);
        TakeRest(facts);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose it is, where it is not the customer's own.</summary>
    public Guid? ContactId { get; private set; }

    public ContactPointKind Kind { get; private set; }

    public string? Network { get; private set; }

    [Personal]
    public string Value { get; private set; } = "";

    /// <summary>A phone number in E.164 where its country can be told, mail in lower case, an account without an @ before it.</summary>
    [Personal]
    public string Normalised { get; private set; } = "";

    [PersonalInCopies]
    public string? Label { get; private set; }

    public bool IsPrimary { get; internal set; }

    public bool IsVerified { get; private set; }

    public bool IsOptedOut { get; private set; }

    public ContactPointFacts Facts => new(Kind, Network, Value, Label, IsPrimary, IsVerified, IsOptedOut);

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

    internal bool Is(ContactPointFacts facts, Guid? contactId) =>
        (Kind, Network, Value, ContactId) == (facts.Kind, facts.Network, facts.Value, contactId);

    internal void TakeRest(ContactPointFacts facts) =>
        (Label, IsPrimary, IsVerified, IsOptedOut) = (facts.Label, facts.IsPrimary, facts.IsVerified, facts.IsOptedOut);

    internal void NormaliseFor(string? country) => Normalised = Normalise(Kind, Value, country);

    private static string Plain(string value) => value.Normalize(NormalizationForm.FormKC).Trim();
}
