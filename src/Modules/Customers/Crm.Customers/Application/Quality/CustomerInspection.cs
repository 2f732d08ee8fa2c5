using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Contacting;
using Crm.Customers.Domain.Quality;

namespace Crm.Customers.Application.Quality;

/// <summary>What is known of a customer beside itself.</summary>
/// <param name="Twins">By check: another customer with the same.</param>
/// <param name="ChangedAt">When anybody changed it last.</param>
/// <param name="Today">UTC.</param>
/// <param name="Hash">Keyed: enough to tell that data are others, and nothing to read or to guess them by.</param>
internal sealed record InspectedBeside(IReadOnlyDictionary<string, Guid> Twins, DateTimeOffset ChangedAt, DateTimeOffset Today, Func<string, long> Hash)
{
    public string BasisOf(IEnumerable<string> values) => Hash(string.Join('\n', values)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Looks at one customer by itself, without a database.</summary>
internal static class CustomerInspection
{
    public static IReadOnlyList<QualityObservation> Of(Customer c, InspectedBeside beside, QualityRuleBook rules)
    {
        var seen = new List<QualityObservation>();
        Completeness(c, seen);
        Validity(c, beside, rules, seen);
        Consistency(c, beside, seen);
        foreach (var (check, other) in beside.Twins) seen.Add(new QualityObservation(check, other.ToString(), [], other));
        var (age, most) = ((beside.Today - beside.ChangedAt).Days, rules[CustomerChecks.Outdated, CustomerChecks.Days]);
        if (age > most) seen.Add(new QualityObservation(CustomerChecks.Outdated.Code, Number(beside.ChangedAt.UtcTicks), [Number(age), Number(most)]));
        foreach (var fixes in CustomerFixes.Of(CustomerInput.Of(c)).GroupBy(f => f.Kind))
        {
            var basis = beside.BasisOf(fixes.Select(f => $"{f.Field}={f.Before}"));
            seen.Add(new QualityObservation(CustomerChecks.CodeOfFix(fixes.Key), basis, [string.Join(", ", fixes.Select(f => f.Field).Distinct())], Proposal: new QualityProposal(fixes.Key, [basis])));
        }

        return seen;
    }

    private static void Completeness(Customer c, List<QualityObservation> seen)
    {
        var isCompany = c.Kind == CustomerKind.Organisation;
        Missing(CustomerChecks.TaxIdMissing, isCompany && string.IsNullOrWhiteSpace(c.TaxId));
        Missing(CustomerChecks.ContactMissing, isCompany && c.Contacts.Count == 0);
        Missing(CustomerChecks.AddressMissing, c.Addresses.Count == 0);
        Missing(CustomerChecks.ReachMissing, c.Numbers.All(p => p.Kind is ContactPointKind.Fax or ContactPointKind.Social));
        Missing(CustomerChecks.IndustryMissing, isCompany && string.IsNullOrWhiteSpace(c.Industry));
        Missing(CustomerChecks.OwnerMissing, c.OwnerId is null);
        Missing(CustomerChecks.BirthMissing, !isCompany && c.BornOn is null);

        void Missing(QualityCheck check, bool isMissing)
        {
            if (isMissing) seen.Add(new QualityObservation(check.Code, "", []));
        }
    }

    private static void Validity(Customer c, InspectedBeside beside, QualityRuleBook rules, List<QualityObservation> seen)
    {
        var phones = c.Numbers.Where(p => p.IsDialable == false).Select(p => p.Normalised).ToList();
        if (phones.Count > 0) See(CustomerChecks.PhoneInvalid, phones, Number(phones.Count));
        var mails = c.Numbers.Where(p => p.Kind == ContactPointKind.Email && !HasDomain(p.Normalised)).Select(p => p.Normalised).ToList();
        if (mails.Count > 0) See(CustomerChecks.MailInvalid, mails, Number(mails.Count));
        var unknown = c.Addresses.Where(a => a.Country is { Length: > 0 } said && Countries.CodeOf(said) is null).Select(a => a.Country!).ToList();
        if (unknown.Count > 0) See(CustomerChecks.CountryUnknown, unknown, Number(unknown.Count));
        if (c.MainAddress?.PostalCode is { Length: > 0 } code && c.Country is { } country && PostalCodes.IsValid(code, country) == false) See(CustomerChecks.PostalCodeInvalid, [code, country], country);
        if (c.TaxId is { } tax && TaxIds.IsValid(tax, c.Country) == false) See(CustomerChecks.TaxIdInvalid, [tax]);
        if (c.BornOn is { } born && AgeOn(DateOnly.ParseExact(born, "O"), beside.Today) is var age && (age < 0 || age > rules[CustomerChecks.BirthImplausible, CustomerChecks.OldestAge]))
            See(CustomerChecks.BirthImplausible, [born], Number(age));

        void See(QualityCheck check, IEnumerable<string> basis, params string[] values) => seen.Add(new QualityObservation(check.Code, beside.BasisOf(basis), values));
    }

    private static void Consistency(Customer c, InspectedBeside beside, List<QualityObservation> seen)
    {
        if (c.Kind == CustomerKind.Person && (c.Size is not null || c.LegalName is not null)) seen.Add(new QualityObservation(CustomerChecks.PersonAsCompany.Code, beside.BasisOf([$"{c.Size}", c.LegalName ?? ""]), []));
        if (c.Country is not { } country || CallingCodes.Of(country) is not { } plan) return;
        var elsewhere = c.ContactPoints.Where(p => p.IsDialable == true && !p.Normalised.StartsWith($"+{plan.Code}", StringComparison.Ordinal)).Select(p => p.Normalised).ToList();
        if (elsewhere.Count == 0 || elsewhere.Count < c.ContactPoints.Count(p => p.IsDialable == true)) return;
        var other = CallingCodes.Meant(elsewhere[0][1..]).Select(p => p.Country).FirstOrDefault() ?? "?";
        seen.Add(new QualityObservation(CustomerChecks.PhoneElsewhere.Code, beside.BasisOf([country, .. elsewhere]), [country, other]));
    }

    private static bool HasDomain(string mail)
    {
        var domain = mail[(mail.LastIndexOf('@') + 1)..];
        return domain.Length <= 253 && domain.Contains('.') && domain.Split('.').All(label => label is { Length: > 0 and <= 63 } && label[0] != '-' && label[^1] != '-' && label.All(x => char.IsLetterOrDigit(x) || x == '-'))
            && !domain[(domain.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit);
    }

    private static int AgeOn(DateOnly born, DateTimeOffset today)
    {
        var day = DateOnly.FromDateTime(today.UtcDateTime);
        return day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
    }

    private static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
