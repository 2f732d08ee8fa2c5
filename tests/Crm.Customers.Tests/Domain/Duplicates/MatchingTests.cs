using Crm.Customers.Domain;
using Crm.Customers.Domain.Duplicates;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain.Duplicates;

public sealed class MatchingTests
{
    private const string Home = "12 Garden Street";

    [Fact]
    public void Exchanged_names_and_an_exchanged_day_and_month_are_the_same_person() =>
        Person("Anna Miller", "19800307", Home, "Leeds").Against(Person("Miller Anna", "19800703", Home, "Leeds")).ShouldBe(MatchBand.Duplicate);

    [Fact]
    public void Who_has_moved_and_married_mail_address_is_still_the_same_by_name_and_birthday() =>
        Person("Anna Miller", "19800307", Home, "Leeds").Against(Person("Anna Miller", "19800307", "3 Quay Road", "Bristol")).ShouldNotBe(MatchBand.Different);

    [Fact]
    public void Husband_and_wife_at_one_address_with_one_phone_and_one_mail_are_two() =>
        Person("Anna Miller", "19800307", Home, "Leeds", "0113 2460000", "miller@example.com")
            .Against(Person("Robert Miller", "19770929", Home, "Leeds", "0113 2460000", "miller@example.com")).ShouldBe(MatchBand.Different);

    [Fact]
    public void Twins_are_never_held_to_be_the_same_and_with_mail_addresses_of_their_own_not_even_suspected()
    {
        Person("Anna Miller", "19800307", Home, "Leeds", "0113 2460000").Against(Person("Laura Miller", "19800307", Home, "Leeds", "0113 2460000"))
            .ShouldBe(MatchBand.Suspected);
        Person("Anna Miller", "19800307", Home, "Leeds", "0113 2460000", "anna@example.com")
            .Against(Person("Laura Miller", "19800307", Home, "Leeds", "0113 2460000", "laura@example.org")).ShouldBe(MatchBand.Different);
    }

    [Fact]
    public void The_same_name_alone_makes_nobody_the_same()
    {
        Person("王伟", null, null, null).Against(Person("王伟", null, null, null)).ShouldBe(MatchBand.Different);
        Person("John Smith", "19800307", null, "Leeds").Against(Person("John Smith", "19611224", null, "York")).ShouldBe(MatchBand.Different);
    }

    [Fact]
    public void A_chinese_name_is_the_same_with_the_given_name_first_or_one_character_of_the_same_sound()
    {
        Person("王小明", "19900512", "中山路12号", "上海").Against(Person("小明王", "19900512", "中山路12号", "上海市")).ShouldBe(MatchBand.Duplicate);
        Person("王小明", "19900512", "中山路12号", "上海").Against(Person("王晓明", "19900512", "中山路12号", "上海")).ShouldBe(MatchBand.Duplicate);
    }

    [Fact]
    public void A_company_is_the_same_with_another_spelling_of_its_legal_form_or_without_its_place()
    {
        Company("Müller & Söhne Maschinenbau GmbH", "Hauptstraße 5", "Ulm").Against(Company("Mueller und Soehne Maschinenbau", "Hauptstr. 5", "Ulm")).ShouldNotBe(MatchBand.Different);
        Company("北京华兴食品有限公司", "中山路12号", "北京").Against(Company("华兴食品（北京）有限公司", "中山路12号", "北京市")).ShouldBe(MatchBand.Duplicate);
        Company("International Business Machines Corp.", "1 Orchard Rd", "Armonk").Against(Company("IBM", "1 Orchard Road", "Armonk")).ShouldNotBe(MatchBand.Different);
    }

    [Theory]
    [InlineData("中国银行股份有限公司", "上海银行股份有限公司", "北京银行股份有限公司", "南京银行股份有限公司")]
    [InlineData("北京大学", "南京大学", "中国大学")]
    [InlineData("北京华联商厦有限公司", "上海华联商厦有限公司", "广州华联商厦有限公司")]
    public void Chinese_companies_that_differ_in_their_places_alone_are_others(params string[] names)
    {
        foreach (var (one, other) in names.SelectMany((a, i) => names.Skip(i + 1).Select(b => (a, b))))
            Company(one, "", "").Against(Company(other, "", "")).ShouldBe(MatchBand.Different, $"{one} {other}");
    }

    [Fact]
    public void A_mail_address_with_a_line_break_says_nothing_of_other_fields()
    {
        var written = ComparedRecord.Of(CustomerKind.Person, [(DedupeField.Email, "a@b.example\nAanna berg"), (DedupeField.Email, "c@d.example\u2028Banna")]).Written();

        ComparedRecord.Read(written).Values(DedupeField.Name).ShouldBeEmpty();
        ComparedRecord.Read(written).Values(DedupeField.Email).Count.ShouldBe(2);
    }

    [Fact]
    public void Companies_in_one_house_of_one_founder_or_with_another_number_are_others()
    {
        Company("Schmidt Foods GmbH", "Hafenstr. 1", "Hamburg", "040 123456").Against(Company("Nordlicht Optik AG", "Hafenstr. 1", "Hamburg", "040 123456"))
            .ShouldBe(MatchBand.Different);
        Company("Schmidt Foods GmbH", "Hafenstr. 1", "Hamburg").Against(Company("Schmidt Textiles GmbH", "Hafenstr. 1", "Hamburg")).ShouldBe(MatchBand.Different);
        Company("Shop 12", "Hafenstr. 1", "Hamburg").Against(Company("Shop 14", "Hafenstr. 1", "Hamburg")).ShouldBe(MatchBand.Different);
        Company("北京华兴食品有限公司", "中山路12号", "北京").Against(Company("北京华兴机械有限公司", "中山路12号", "北京")).ShouldBe(MatchBand.Different);
        Company("Bäckerei Möller", "Ring 4", "Kiel", "0431 111222").Against(Company("Bäckerei Müller", "Am Markt 9", "Kiel", "0431 998877")).ShouldBe(MatchBand.Different);
    }

    [Fact]
    public void A_score_is_the_sum_of_what_each_field_says_and_nobody_is_asked_for_what_is_missing()
    {
        var match = Matching.Of(DedupeDefaults.Person, Person("Anna Miller", "19800307", Home, null).Record, Person("Robert Miller", null, Home, "Leeds").Record);

        match.Fields.Select(f => (f.Comparer, f.Verdict)).ShouldBe(
            [(DedupeComparer.GivenName, FieldVerdict.Differs), (DedupeComparer.FamilyName, FieldVerdict.Agrees), (DedupeComparer.Overlap, FieldVerdict.Agrees)]);
        match.SharedNotCounted.ShouldBeGreaterThan(0);
        match.Score.ShouldBe(match.Fields.Sum(f => f.Weight) - match.SharedNotCounted, 0.05);
    }

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        var record = Person("Anna Miller", "19800307", Home, "Leeds", "0113 2460000", "anna@example.com").Record;

        ComparedRecord.Read(record.Written()).Written().ShouldBe(record.Written());
    }

    private static Compared Person(string name, string? born, string? street, string? city, string? phone = null, string? mail = null) => new(
        DedupeDefaults.Person,
        ComparedRecord.Of(CustomerKind.Person,
        [
            (DedupeField.Name, name), (DedupeField.BornOn, born), (DedupeField.Street, street), (DedupeField.City, city), (DedupeField.Phone, phone), (DedupeField.Email, mail),
        ]));

    private static Compared Company(string name, string street, string city, string? phone = null) => new(
        DedupeDefaults.Organisation,
        ComparedRecord.Of(CustomerKind.Organisation, [(DedupeField.Name, name), (DedupeField.Street, street), (DedupeField.City, city), (DedupeField.Phone, phone)]));

    private sealed record Compared(DedupeDefinition Rules, ComparedRecord Record)
    {
        public MatchBand Against(Compared other) => Matching.Of(Rules, Record, other.Record).Band;
    }
}
