using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Application.Quality;
using Crm.SalesOrders.Domain.Catalogue;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Domain;

public sealed class CatalogueKeysTests
{
    [Theory]
    [InlineData("ab-12", "AB12")]
    [InlineData(" AB 12 ", "AB12")]
    [InlineData("ＡＢ１２", "AB12")]
    [InlineData("---", "")]
    public void A_number_is_the_same_however_it_is_written(string sku, string key) => CatalogueKeys.OfSku(sku).ShouldBe(key);

    [Theory]
    [InlineData("  Café   au-lait!", "cafe au lait")]
    [InlineData("绿茶 500克", "绿茶 500克")]
    public void A_name_is_its_words(string name, string key) => CatalogueKeys.OfName(name).ShouldBe(key);

    [Theory]
    [InlineData("Green Tea 500g", "tea")]
    [InlineData("乌龙茶", "茶")]
    [InlineData("500g", "")]
    public void A_name_says_what_the_thing_is_at_its_end(string name, string head) => CatalogueKeys.HeadOf(name).ShouldBe(head);

    [Fact]
    public void A_key_never_grows_beyond_its_column() => CatalogueKeys.OfName(new string('ﷺ', 200)).Length.ShouldBeLessThanOrEqualTo(CatalogueKeys.Longest);

    [Fact]
    public void Deviations_are_those_of_iglewicz_and_hoaglin()
    {
        // Median 4.5, absolute deviations 2.5 1.5 .5 .5 .5 1.5 2.5 95.5 with median 1.5.
        var score = ModifiedZScore.Of([2, 3, 4, 4, 5, 6, 7, 100])!;

        score.Median.ShouldBe(4.5);
        score.Of(100).ShouldBe(0.6745 * 95.5 / 1.5, 1e-9);
        ModifiedZScore.Of([1, 1, 1]).ShouldBeNull();
        // More than half are equal: the mean absolute deviation measures, 9 / 10 here.
        ModifiedZScore.Of([1, 1, 1, 1, 1, 1, 1, 1, 1, 10])!.Of(10).ShouldBe(9 / (1.253314 * 0.9), 1e-9);
    }

    [Fact]
    public void A_score_is_what_the_weights_of_the_broken_rules_leave()
    {
        var book = new QualityRuleBook(ProductChecks.All, []);

        book.Score([]).ShouldBe(100m);
        book.Score(["cost-missing", "cost-missing", "price-outlier"]).ShouldBe(65m);
        book.Score(ProductChecks.All.Select(c => c.Code)).ShouldBe(0m);
        new QualityRuleBook([], []).Score([]).ShouldBe(100m);
    }
}
