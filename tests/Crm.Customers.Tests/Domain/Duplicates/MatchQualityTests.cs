using Crm.Customers.Domain.Duplicates;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain.Duplicates;

public sealed class MatchQualityTests
{
    [SkippableFact]
    public void Of_the_persons_of_febrl_nearly_all_duplicates_are_found_and_nothing_else()
    {
        var rules = DedupeDefaults.Person;

        var found = MatchQuality.Of(rules, FebrlSample.ReadOrSkip(), rules.Suspected);

        found.Precision.ShouldBeGreaterThanOrEqualTo(0.99);
        found.Recall.ShouldBeGreaterThanOrEqualTo(0.97);
    }

    /// <remarks>Some of these were written so badly that nothing is left to know them by; among Chinese names one wrong character is half the name.</remarks>
    [Theory]
    [InlineData("en", 0.98)]
    [InlineData("de", 0.98)]
    [InlineData("pl", 0.98)]
    [InlineData("zh_CN", 0.85)]
    public void Persons_are_found_through_slips_exchanged_names_and_moves_and_told_from_their_relatives(string locale, double recall)
    {
        var rules = DedupeDefaults.Person;
        var persons = new MadeUpPersons(locale, seed: 11).Make(1500);

        var suspected = MatchQuality.Of(rules, persons, rules.Suspected);
        var certain = MatchQuality.Of(rules, persons, rules.Duplicate);

        suspected.Recall.ShouldBeGreaterThanOrEqualTo(recall);
        suspected.Precision.ShouldBeGreaterThanOrEqualTo(0.99);
        certain.Precision.ShouldBeGreaterThanOrEqualTo(0.995);
    }

    [Theory]
    [InlineData(false, 0.97)]
    [InlineData(true, 0.95)]
    public void Companies_are_found_through_slips_and_other_legal_forms_and_told_from_their_neighbours(bool areChinese, double recall)
    {
        var rules = DedupeDefaults.Organisation;
        var companies = new MadeUpOrganisations(areChinese, seed: 11).Make(1500);

        var suspected = MatchQuality.Of(rules, companies, rules.Suspected);
        var certain = MatchQuality.Of(rules, companies, rules.Duplicate);

        suspected.Recall.ShouldBeGreaterThanOrEqualTo(recall);
        suspected.Precision.ShouldBeGreaterThanOrEqualTo(0.98);
        certain.Precision.ShouldBeGreaterThanOrEqualTo(0.995);
    }
}
