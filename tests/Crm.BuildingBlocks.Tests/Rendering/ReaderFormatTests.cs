using Crm.Rendering;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Rendering;

public sealed class ReaderFormatTests
{
    [Fact]
    public void Figures_are_rounded_half_away_from_zero_and_grouped()
    {
        ReaderFormat.English.Text(1234.565m, ValueFormat.Money("EUR")).ShouldBe("1,234.57");
        ReaderFormat.English.Text(-0.5m, ValueFormat.Integer).ShouldBe("-1");
        ReaderFormat.English.Text(-0.001m, ValueFormat.Decimal()).ShouldBe("0.00", "there is no minus zero");
        ReaderFormat.English.Text(1234.5m, ValueFormat.Money("JPY")).ShouldBe("1,235");
        ReaderFormat.English.Text(new Money(1.5m, "KWD"), ValueFormat.MixedMoney).ShouldBe("KWD 1.500");
        ReaderFormat.English.Text(0.1255m, ValueFormat.Percent()).ShouldBe("12.6%");
    }

    [Theory]
    [InlineData(9_999, "9,999", "9,999")]
    [InlineData(12_340, "12.3K", "1.23万")]
    [InlineData(1_520_000, "1.52M", "152万")]
    [InlineData(-230_000_000, "-230M", "-2.3亿")]
    [InlineData(0.125, "0.13", "0.13")]
    public void Large_numbers_are_shortened_as_the_language_counts(double number, string english, string chinese)
    {
        ReaderFormat.English.Compact((decimal)number).ShouldBe(english);
        ReaderFormat.Chinese.Compact((decimal)number).ShouldBe(chinese);
    }

    [Fact]
    public void Instants_are_shown_in_the_readers_zone()
    {
        var shanghai = new ReaderFormat(Language.Chinese, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        shanghai.Text(new DateTimeOffset(2026, 1, 31, 20, 0, 0, TimeSpan.Zero), ValueFormat.Instant).ShouldBe("2026-02-01 04:00 +08:00");
        shanghai.Month(new DateOnly(2026, 2, 1)).ShouldBe("2026年2月");
    }

    [Fact]
    public void Labelled_enums_and_truth_are_words()
    {
        ReaderFormat.Chinese.Text(RowScope.UnitAndBelow, ValueFormat.Text).ShouldBe("本部门及下级");
        ReaderFormat.Chinese.Text(true, ValueFormat.Text).ShouldBe("是");
    }

    [Fact]
    public void A_value_of_the_wrong_type_or_currency_is_refused()
    {
        Should.Throw<ArgumentException>(() => ReaderFormat.English.Text(new DateOnly(2026, 1, 1), ValueFormat.Integer));
        Should.Throw<ArgumentException>(() => ReaderFormat.English.Text(new Money(1m, "USD"), ValueFormat.Money("EUR")));
    }
}
