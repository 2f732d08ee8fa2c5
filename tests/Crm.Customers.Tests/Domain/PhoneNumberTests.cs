using Crm.BuildingBlocks;
using Crm.Customers.Domain.Contacting;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+49 (30) 123-45", null, "+493012345")]
    [InlineData("０３０ １２３", null, "030123")]
    [InlineData("030 +1", null, "0301")]
    [InlineData("030 123 45", "DE", "+493012345")]
    [InlineData("0049 30 12345", "DE", "+493012345")]
    [InlineData("+44 (0)20 7946 0958", "DE", "+442079460958")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("010-6552 9988", "CN", "+861065529988")]
    [InlineData("138 0013 8000", "CN", "+8613800138000")]
    [InlineData("010-65529988 转 123", "CN", "+861065529988")]
    [InlineData("(212) 555-0187 ext. 42", "US", "+12125550187")]
    [InlineData("1 212 555 0187", "US", "+12125550187")]
    [InlineData("011 49 30 12345", "US", "+493012345")]
    [InlineData("02 1234 5678", "IT", "+390212345678")]
    [InlineData("8 495 123-45-67", "RU", "+74951234567")]
    [InlineData("800 123-45-67", "RU", "+78001234567")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    [InlineData("91 123 45 67", "ES", "+34911234567")]
    [InlineData("02-2345-6789", "TW", "+886223456789")]
    [InlineData("(+49) 30 12345", "DE", "+493012345")]
    [InlineData("tel:+49-30-12345", "CN", "+493012345")]
    [InlineData("8613800138000", "CN", "+8613800138000")]
    [InlineData("+49 030 12345", null, "+493012345")]
    [InlineData("0049 (0)30 12345", "DE", "+493012345")]
    [InlineData("+39 02 1234 5678", null, "+390212345678")]
    [InlineData("12345", "AQ", "12345")]
    public void A_number_is_written_in_one_way_however_people_write_it(string written, string? country, string normalised) =>
        PhoneNumber.Normalise(written, country).ShouldBe(normalised);

    [Theory]
    [InlineData("+493012345", true)]
    [InlineData("+8613800138000", true)]
    [InlineData("+12125550187", true)]
    [InlineData("+121255501", false)]
    [InlineData("+999123456789", false)]
    [InlineData("030123456", false)]
    [InlineData("+", false)]
    public void A_number_is_valid_that_says_its_country_and_is_as_long_as_numbers_there_are(string normalised, bool isValid) =>
        PhoneNumber.IsValid(normalised).ShouldBe(isValid);

    [Theory]
    [InlineData("DE", "3012345678")]
    [InlineData("CN", "13800138000")]
    [InlineData("US", "2125550187")]
    [InlineData("RU", "4951234567")]
    [InlineData("IT", "0212345678")]
    [InlineData("HU", "12345678")]
    [InlineData("GB", "2079460958")]
    [InlineData("JP", "312345678")]
    [InlineData("ES", "911234567")]
    public void However_a_number_is_dialled_at_home_and_abroad_it_is_one_number(string country, string national)
    {
        var plan = CallingCodes.Of(country)!;
        var home = plan.TrunkPrefix + national;
        var germany = CallingCodes.Of("DE")!;

        PhoneNumber.Normalise(home, country).ShouldBe($"+{plan.Code}{national}");
        PhoneNumber.Normalise($"+{plan.Code} {national}", "SE").ShouldBe($"+{plan.Code}{national}");
        PhoneNumber.Normalise($"{germany.InternationalPrefix}{plan.Code}{national}", "DE").ShouldBe($"+{plan.Code}{national}");
        PhoneNumber.Normalise($"({home[..2]}) {home[2..4]}-{home[4..]}", country).ShouldBe($"+{plan.Code}{national}");
        PhoneNumber.IsValid($"+{plan.Code}{national}").ShouldBeTrue();
    }

    [Fact]
    public void No_calling_code_is_the_beginning_of_another()
    {
        foreach (var plan in Countries.All.Select(CallingCodes.Of).OfType<CallingCode>())
            CallingCodes.Meant($"{plan.Code}0000000").Select(c => c.Code).Distinct().ShouldBe([plan.Code], plan.Country);
    }
}
