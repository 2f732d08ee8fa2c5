using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Reviews, grades and satisfaction, over the API.</summary>
[Collection(OneHost.Name)]
public sealed class OpinionApiTests(SharedApp shared)
{
    private const string Api = "/api/v1/customers";

    [Fact]
    public async Task Reviews_of_a_product_are_counted_once_they_are_published_and_seen_by_who_sees_the_customer()
    {
        var owner = shared.App.Administrator();
        var product = Guid.CreateVersion7();
        foreach (var (rating, publish) in new[] { (5, true), (4, true), (1, false) })
        {
            var customer = (await (await owner.Post($"{Api}/customers", new { name = $"Taster {rating}" })).Json(HttpStatusCode.Created)).Id();
            var review = (await (await owner.Post($"{Api}/reviews", new { customerId = customer, productId = product, rating, text = "As it is." })).Json(HttpStatusCode.Created)).Id();
            if (publish) await (await owner.Post($"{Api}/reviews/{review}/publish", new { })).Json();
            else await (await owner.Post($"{Api}/reviews/{review}/reject", new { reason = "spam" })).Json();
        }

        var rated = await (await owner.GetAsync($"{Api}/ratings/products/{product}")).Json();
        (rated.GetProperty("average").GetDecimal(), rated.GetProperty("count").GetInt32()).ShouldBe((4.5m, 2));
        rated.GetProperty("byStars").EnumerateArray().Select(n => n.GetInt32()).ShouldBe([0, 0, 0, 1, 1]);
        var listed = (await (await owner.GetAsync($"{Api}/reviews?filter[productId]={product}&filter[status]=rejected")).Json()).GetProperty("items").EnumerateArray().Single();
        listed.Text("reason").ShouldBe("spam");
        var clerk = await shared.App.Client("sales-representative");
        (await (await clerk.GetAsync($"{Api}/reviews?filter[productId]={product}")).Json()).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await clerk.GetAsync($"{Api}/reviews/{listed.Id()}")).Problem(404, "urn:crm:not-found");
        await (await clerk.Post($"{Api}/reviews/{listed.Id()}/publish", new { })).Problem(403, "urn:crm:forbidden");
    }

    [Fact]
    public async Task A_grade_is_found_by_filter_and_satisfaction_says_what_it_is_made_of()
    {
        var owner = shared.App.Administrator();
        var code = $"card-{Guid.CreateVersion7():N}"[..30];
        var card = new
        {
            name = new { english = "Card", chinese = "评分卡" },
            criteria = new[] { new { code = "all", name = new { english = "All", chinese = "全部" }, weight = 100 } },
            grades = new[] { new { grade = code[..20], fromScore = 0 } },
            validDays = 1,
        };
        (await (await owner.Post($"/admin/v1/customers/score-cards/{code}/publish", card)).Json()).GetProperty("number").GetInt32().ShouldBe(1);
        var customer = (await (await owner.Post($"{Api}/customers", new { name = "Graded" })).Json(HttpStatusCode.Created)).Id();
        await (await owner.Post($"{Api}/customers/{customer}/evaluations", new { scoreCard = code, points = new[] { new { criterion = "all", points = 7.5 } } })).Json(HttpStatusCode.Created);

        var found = (await (await owner.GetAsync($"{Api}/customers?filter[grade]={code[..20]}")).Json()).GetProperty("items").EnumerateArray().Single();
        found.Id().ShouldBe(customer);
        (await (await owner.GetAsync($"{Api}/customers/{customer}/grade")).Json()).GetProperty("isExpired").GetBoolean().ShouldBeFalse();
        (await (await owner.GetAsync($"{Api}/customers/{customer}/evaluations")).Json()).GetProperty("items")[0].GetProperty("score").GetDecimal().ShouldBe(75m);
        (await (await owner.GetAsync($"{Api}/score-cards?filter[code]={code}")).Json()).GetProperty("items")[0].GetProperty("criteria")[0].Text("code").ShouldBe("all");

        await (await owner.Post($"{Api}/survey-answers", new { customerId = customer, kind = "csat", value = 5, source = "spring" })).Json(HttpStatusCode.Created);
        var satisfaction = await (await owner.GetAsync($"{Api}/customers/{customer}/satisfaction")).Json();
        satisfaction.GetProperty("score").GetDecimal().ShouldBe(100m);
        satisfaction.GetProperty("parts").EnumerateArray().Select(p => p.Text("kind")).ShouldBe(["reviews", "surveys", "caseRatings", "caseOutcomes"]);
        satisfaction.GetProperty("howItIsCounted").Text("english").ShouldNotBeEmpty();
        (await (await owner.GetAsync($"{Api}/customers/{customer}/satisfaction?asOf=2020-01-01T00:00:00Z")).Json()).GetProperty("score").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }
}
