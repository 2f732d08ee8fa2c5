using System.Text.Json;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>What is answered without leaving a trace.</summary>
[Collection(OneHost.Name)]
public sealed class QuestionTests(SharedApp shared)
{
    private readonly CrmApp _app = shared.App;

    [Theory]
    [InlineData("state=lost")]
    [InlineData("limit=0")]
    [InlineData("cursor=platform")]
    [InlineData("cursor=nowhere:1")]
    public async Task A_question_about_messages_that_makes_no_sense_is_refused(string query)
    {
        await (await _app.Administrator().GetAsync($"/admin/v1/messages?{query}")).Problem(400, "urn:crm:validation");
    }

    [Fact]
    public async Task Only_modules_that_exist_can_be_told_anything()
    {
        await (await _app.Administrator().Post("/admin/v1/modules/nowhere/republish?to=platform", new { })).Problem(404, "urn:crm:not-found");
        await (await _app.Administrator().Post("/admin/v1/modules/customers/republish?to=nowhere", new { })).Problem(404, "urn:crm:not-found");
        await (await _app.Administrator().Post("/admin/v1/modules/customers/republish", new { })).Problem(400, "urn:crm:validation");
    }

    [Fact]
    public async Task Every_module_has_its_jobs_on_the_calendar()
    {
        var list = await (await _app.Administrator().GetAsync("/admin/v1/jobs")).Json();

        var cleaning = list.GetProperty("items").EnumerateArray().Where(j => j.Text("name") == "clean-messages").ToList();
        cleaning.Select(j => j.Text("module")).ShouldContain("platform");
        cleaning.Select(j => j.Text("module")).ShouldContain("customers");
        cleaning.ShouldAllBe(j => j.GetProperty("nextRunAt").GetDateTimeOffset().Hour == 3 && j.GetProperty("nextRunAt").GetDateTimeOffset().Minute == 20);
    }

    [Fact]
    public async Task A_job_that_no_module_has_does_not_exist()
    {
        await (await _app.Administrator().Post("/admin/v1/jobs/customers/dance/run", new { })).Problem(404, "urn:crm:not-found");
        await (await _app.Administrator().GetAsync("/admin/v1/jobs/nowhere/clean-messages/runs")).Problem(404, "urn:crm:not-found");
    }

    [Fact]
    public async Task Without_a_key_the_caller_is_told_how_to_sign_in()
    {
        var answer = await _app.Stranger().GetAsync("/api/v1/customers/customers");

        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer realm=\"crm\"");
        await answer.Problem(401, "urn:crm:unauthenticated");
    }

    [Fact]
    public async Task An_address_that_nobody_serves_is_a_problem_too()
    {
        await (await _app.Administrator().GetAsync("/api/v1/nowhere")).Problem(404, "urn:crm:not-found");
        await (await _app.Administrator().DeleteAsync("/api/v1/customers/customers")).Problem(405, "urn:crm:method-not-allowed");
    }
}
