using System.Net;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>A case of customer service, over the API.</summary>
[Collection(OneHost.Name)]
public sealed class CaseApiTests(SharedApp shared)
{
    private const string Api = "/api/v1/customers";
    private const string Cases = $"{Api}/cases";

    [Fact]
    public async Task A_case_says_what_may_be_done_next_and_why_not_the_rest()
    {
        var owner = shared.App.Administrator("zh");
        var customer = (await (await owner.Post($"{Api}/customers", new { name = "Tea garden" })).Json(HttpStatusCode.Created)).Id();
        var opened = (await (await owner.Post(Cases, new { customerId = customer, kind = "complaint", channel = "email", subject = "Cold tea" })).Json(HttpStatusCode.Created)).Id();

        var choices = await (await owner.GetAsync($"{Cases}/{opened}/transitions")).Json();
        choices.EnumerateArray().Where(c => c.GetProperty("isPossible").GetBoolean()).Select(c => c.Text("step")).ShouldBe(["assign", "close"]);
        choices.EnumerateArray().Single(c => c.Text("step") == "start").GetProperty("why").Text("chinese").ShouldBe("尚无处理人，请先将工单分派给人员。");
        await (await owner.Post($"{Cases}/{opened}/solve", new { solution = "warmed it" })).Problem(409, "urn:crm:rule:customers.case-not-assigned");
        await (await owner.Post($"{Cases}/{opened}/close", new { })).Problem(409, "urn:crm:rule:customers.case-without-solution");
        await (await owner.Post($"{Cases}/{opened}/close", new { reason = "drank it anyway" })).Json();

        var seen = await owner.GetAsync($"{Cases}/{opened}");
        (await seen.Json()).GetProperty("steps")[0].Text("words").ShouldBe("drank it anyway");
        await (await owner.Put($"{Cases}/{opened}", new { kind = "question", channel = "phone", subject = "x" }, "\"1\"")).Problem(412, "urn:crm:stale");
        await (await owner.Put($"{Cases}/{opened}", new { kind = "question", channel = "phone", subject = "x" }, seen.Tag())).Problem(409, "urn:crm:rule:customers.case-closed");
        var listed = (await (await owner.GetAsync($"{Api}/customers/{customer}/cases?expand=customer")).Json()).GetProperty("items")[0];
        (listed.Text("status"), listed.GetProperty("customer").Text("name")).ShouldBe(("closed", "Tea garden"));
        (await (await owner.GetAsync($"{Cases}/{opened}/history")).Json()).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_not_see_a_customer_sees_and_opens_no_cases_of_it_and_promises_are_made_by_administrators()
    {
        var owner = shared.App.Administrator();
        var customer = (await (await owner.Post($"{Api}/customers", new { name = "Tea cellar" })).Json(HttpStatusCode.Created)).Id();
        var opened = (await (await owner.Post(Cases, new { customerId = customer, kind = "request", channel = "web", subject = "More tea" })).Json(HttpStatusCode.Created)).Id();
        var clerk = await shared.App.Client("sales-representative");

        await (await clerk.GetAsync($"{Cases}/{opened}")).Problem(404, "urn:crm:not-found");
        await (await clerk.GetAsync($"{Api}/customers/{customer}/cases")).Problem(404, "urn:crm:not-found");
        await (await clerk.Post(Cases, new { customerId = customer, kind = "request", channel = "web", subject = "Mine" })).Problem(404, "urn:crm:not-found");
        await (await clerk.GetAsync("/admin/v1/customers/service-levels")).Problem(403, "urn:crm:forbidden");
        var problem = await (await owner.Post(Cases, new { customerId = customer, kind = "request", channel = "web", subject = "", priority = "normal" })).Problem(400, "urn:crm:validation");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["/subject"]);
        await (await owner.Put("/admin/v1/customers/service-levels/wish/high", new { })).Problem(400, "urn:crm:validation");
        await (await owner.Put("/admin/v1/customers/service-levels/any/9", new { })).Problem(400, "urn:crm:validation");
    }
}
