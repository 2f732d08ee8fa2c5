using System.Net;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.EndToEnd;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Planning;

/// <summary>What is planned in one module is sold by another, at once, and stops at once.</summary>
public sealed class PlannedPromotionTests
{
    private const string Promotions = "/api/v1/planning/promotions";
    private const string Sales = "/api/v1/sales-orders";
    private const int Off = 5;
    private const int Affordable = 12;

    [SkippableTheory, EveryProvider]
    public async Task An_approved_promotion_sells_at_the_new_price_and_stops_when_suspended_under_load_and_never_exceeds_its_limits(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var owner = app.Administrator();
        var crowd = await Crowd.Gather(app);

        var five = await Approved(owner, "five", new { maxUses = 1_000_000 });
        var begun = await crowd.Buy(own => own[^1].IsCheaper, () => Turn(owner, five, "publish"));
        NothingTurnsBack(begun, first: false);
        var stopped = await crowd.Buy(own => !own[^1].IsCheaper, () => Turn(owner, five, "suspend"));
        NothingTurnsBack(stopped, first: true);

        var few = await Approved(owner, "few", new { maxUses = 40, maxUsesPerCustomer = 3, budget = Affordable * Off });
        var limited = await crowd.Buy(own => own.TakeLast(3).Count(b => !b.IsCheaper) == 3 && own.Any(b => b.IsCheaper), () => Turn(owner, few, "publish"));
        await app.EventsSettled();

        var cheaper = limited.Where(b => b.IsCheaper).ToList();
        cheaper.Count.ShouldBe(Affordable);
        await EverybodyAgrees(owner, few, Affordable);
        await StaysOffAfterACancellation(app, crowd, few, cheaper[0].OrderId);
    }

    [Fact]
    public async Task A_code_that_was_issued_gives_its_promotion_once_and_a_withdrawn_one_nothing()
    {
        await using var app = await CrmApp.Start();
        var owner = app.Administrator();
        var crowd = await Crowd.Gather(app);
        var promotion = await Approved(owner, "coded", new { maxUses = 1_000_000, maxUsesPerCoupon = 1, needsCode = true });
        await Turn(owner, promotion, "publish");
        var batch = (await (await owner.Post($"{Promotions}/{promotion}/vouchers", new { prefix = "CUPS", count = 1000 })).Json(HttpStatusCode.Created)).GetProperty("batchId").GetGuid();
        var codes = (await (await owner.GetAsync($"/api/v1/planning/vouchers/{batch}/codes")).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        codes.Length.ShouldBe(1000);
        await app.EventsSettled();

        (await crowd.Buy(crowd.Somebody)).IsCheaper.ShouldBeFalse();
        (await crowd.Buy(crowd.Somebody, codes[7])).Gross.ShouldBe(Crowd.Price - Off);
        await Refused(codes[7]);
        await (await owner.Post($"/api/v1/planning/vouchers/{batch}/withdrawals", new { codes = new[] { codes[8] } })).Json();
        await app.EventsSettled();
        await Refused(codes[8]);
        await Refused("CUPS-0000-0000-0000-0000");

        (await crowd.Buy(crowd.Somebody, codes[9].ToLowerInvariant())).IsCheaper.ShouldBeTrue();
        await app.EventsSettled();
        var view = await (await owner.GetAsync($"/api/v1/planning/vouchers/{batch}")).Json();
        (view.GetProperty("used").GetInt32(), view.GetProperty("withdrawn").GetInt32()).ShouldBe((2, 1));

        async Task Refused(string code)
        {
            var asked = new { customerId = crowd.Somebody, currency = "EUR", lines = new[] { new { sku = "CUP", quantity = 1 } }, coupons = new[] { code }, confirm = true };
            (await owner.Post(Annas.Orders, asked)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }
    }

    [Fact]
    public async Task Who_writes_promotions_decides_nothing_and_sees_the_own_alone()
    {
        await using var app = await CrmApp.Start();
        var seller = await app.Client("sales-representative");
        var owners = await Approved(app.Administrator(), "owners", new { maxUses = 1 });

        foreach (var decision in new[] { "approve", "publish", "suspend", "resume", "end", "archive" })
            await (await seller.Post($"{Promotions}/{owners}/{decision}", new { reason = "mine" })).Problem(403, "urn:crm:forbidden");
        await (await seller.Post($"{Promotions}/{owners}/vouchers", new { prefix = "MINE", count = 1 })).Problem(403, "urn:crm:forbidden");
        await (await seller.GetAsync($"/api/v1/planning/vouchers/{Guid.CreateVersion7()}/codes")).Problem(403, "urn:crm:forbidden");
        await (await seller.GetAsync($"{Promotions}/{owners}")).Problem(404, "urn:crm:not-found");
        await (await seller.GetAsync($"{Promotions}/{owners}/usage")).Problem(404, "urn:crm:not-found");
        (await (await seller.GetAsync(Promotions)).Json()).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Whoever orders after an order with the new price was answered gets the new price, too.</summary>
    private static void NothingTurnsBack(IReadOnlyList<Bought> orders, bool first)
    {
        var turned = orders.Where(b => b.IsCheaper != first).Min(b => b.Ended);
        orders.Where(b => b.Began > turned).ShouldAllBe(b => b.IsCheaper != first);
        orders.ShouldAllBe(b => b.Gross == Crowd.Price || b.Gross == Crowd.Price - Off);
    }

    private static async Task EverybodyAgrees(HttpClient owner, Guid promotion, int uses)
    {
        var sold = await (await owner.GetAsync($"{Sales}/promotions/few/uses")).Json();
        (sold.GetProperty("used").GetInt32(), sold.GetProperty("spent").GetDecimal()).ShouldBe((uses, uses * Off));
        var usage = await (await owner.GetAsync($"{Promotions}/{promotion}/usage")).Json();
        (usage.GetProperty("redeemed").GetInt32(), usage.GetProperty("amounts")[0].GetProperty("amount").GetDecimal()).ShouldBe((uses, uses * Off));
        (usage.GetProperty("left").GetProperty("budget").GetProperty("amount").GetDecimal(), usage.Text("reason")).ShouldBe((0m, "spent"));
    }

    private static async Task StaysOffAfterACancellation(CrmApp app, Crowd crowd, Guid promotion, Guid order)
    {
        var owner = app.Administrator();
        await (await owner.Post($"{Annas.Orders}/{order}/cancel", new { reason = "too many cups" })).Json();
        await app.EventsSettled();
        (await crowd.Buy(crowd.Somebody)).IsCheaper.ShouldBeFalse();
        var usage = await (await owner.GetAsync($"{Promotions}/{promotion}/usage")).Json();
        (usage.GetProperty("redeemed").GetInt32(), usage.GetProperty("isSuspended").GetBoolean()).ShouldBe((Affordable - 1, true));
    }

    private static async Task<Guid> Approved(HttpClient owner, string code, object limits)
    {
        var content = new Dictionary<string, object>
        {
            ["phase"] = "orderPromotions",
            ["action"] = new { type = "amountOff", amount = Off },
            ["currency"] = "EUR",
            ["scope"] = new { from = "2000-01-01", to = "2199-12-31" },
        };
        foreach (var limit in JsonSerializer.SerializeToElement(limits).EnumerateObject()) content[limit.Name] = limit.Value;
        var body = new { code, name = new { english = code, chinese = code }, costOwnerId = Guid.CreateVersion7(), content };
        var promotion = (await (await owner.Post(Promotions, body)).Json(HttpStatusCode.Created)).Id();
        await Turn(owner, promotion, "approve");
        return promotion;
    }

    private static async Task Turn(HttpClient owner, Guid promotion, string step) =>
        await (await owner.Post($"{Promotions}/{promotion}/{step}", new { reason = "planned" })).Json();
}
