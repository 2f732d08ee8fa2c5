using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Crm.Reporting.Tests.Module;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Web;

public sealed class EndpointTests
{
    private const string Sales = "/api/v1/reporting/reports/sales";
    private const string Schedules = "/api/v1/reporting/schedules";

    [Fact]
    public async Task A_report_comes_as_json_csv_workbook_or_page()
    {
        await using var web = await ReportingWeb.Start();
        await web.Module.Confirmed(Reports.Order(Reports.Line(12.34m)));

        var json = await web.Client.GetFromJsonAsync<JsonElement>($"{Sales}?by=category");
        json.GetProperty("net").GetString().ShouldBe("exact");
        var figures = json.GetProperty("rows")[0].GetProperty("figures");
        figures.GetProperty("net").GetProperty("amount").GetDecimal().ShouldBe(12.34m);
        figures.GetProperty("net").GetProperty("currency").GetString().ShouldBe("EUR");
        json.GetProperty("watermark").GetProperty("position").GetInt64().ShouldBe(1);

        (await TypeOf(web, $"{Sales}?format=csv")).ShouldBe("text/csv");
        (await TypeOf(web, Sales, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")).ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await TypeOf(web, Sales, "text/html")).ShouldBe("text/html");
        (await TypeOf(web, Sales, "text/html;q=0.5, application/json")).ShouldBe("application/json");
    }

    [Theory]
    [InlineData("by=month&by=customer", "by")]
    [InlineData("from=1997-02-30", "from")]
    [InlineData("colour=red", "colour")]
    [InlineData("format=pdf", "format")]
    [InlineData("top=-1", "top")]
    [InlineData("period=thisYear&from=2026-01-01", "period")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        await using var web = await ReportingWeb.Start();

        var answer = await web.Client.GetAsync($"{Sales}?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);
    }

    [Fact]
    public async Task What_the_figures_mean_is_told_in_the_language_of_the_caller()
    {
        await using var web = await ReportingWeb.Start();
        web.Client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");

        var metrics = await web.Client.GetFromJsonAsync<JsonElement>("/api/v1/reporting/metrics");

        metrics.GetProperty("measures").EnumerateArray().Single(m => m.GetProperty("key").GetString() == "median").GetProperty("name").GetString().ShouldBe("行中位数");
    }

    [Fact]
    public async Task A_schedule_is_made_subscribed_to_previewed_run_changed_and_deleted()
    {
        await using var web = await ReportingWeb.Start();
        var made = await web.Client.PostAsJsonAsync(Schedules, new
        {
            name = "Monthly",
            period = "lastMonth",
            by = "category",
            cron = "0 0 7 1 * ?",
            timeZone = "Asia/Shanghai",
            missedRuns = "skip",
        });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var address = made.Headers.Location!.ToString();
        var subscribed = await web.Client.PostAsJsonAsync($"{address}/subscriptions", new { userId = Guid.CreateVersion7(), email = "li.na@example.com", language = "chinese", attachment = "csv" });
        subscribed.StatusCode.ShouldBe(HttpStatusCode.Created, await subscribed.Content.ReadAsStringAsync());

        (await TypeOf(web, $"{address}/preview?format=html")).ShouldBe("text/html");
        (await web.Client.PostAsync($"{address}/run-now", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var deliveries = await web.Client.GetFromJsonAsync<JsonElement>($"{address}/deliveries");
        deliveries.GetProperty("items")[0].GetProperty("state").GetString().ShouldBe("planned");
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"1\""));
        (await web.Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.OK, "somebody has subscribed since version 1 was made");
        var read = await web.Client.GetAsync(address);
        read.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await read.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("nextSlot").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 3, 31, 23, 0, 0, TimeSpan.Zero));

        using var patch = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(new { name = "Every month" }) };
        patch.Headers.IfMatch.Add(new EntityTagHeaderValue("\"1\""));
        (await web.Client.SendAsync(patch)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await web.Client.PostAsync($"{address}/pause", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await web.Client.PostAsync($"{address}/pause", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await web.Client.DeleteAsync(address)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var listed = await web.Client.GetFromJsonAsync<JsonElement>($"{Schedules}?filter[name][contains]=every");
        listed.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Administrators_see_how_far_the_facts_are_and_what_needs_attention()
    {
        await using var web = await ReportingWeb.Start();
        await web.Module.Confirmed(Reports.Order(Reports.Line(1m)));

        var projection = await web.Client.GetFromJsonAsync<JsonElement>("/admin/v1/reporting/projection");
        projection.GetProperty("generation").GetInt32().ShouldBe(1);
        projection.GetProperty("watermark").GetProperty("position").GetInt64().ShouldBe(1);
        (await web.Client.GetFromJsonAsync<JsonElement>("/admin/v1/reporting/schedules")).GetProperty("schedules").GetArrayLength().ShouldBe(0);
        var rebuild = await web.Client.PostAsync("/admin/v1/reporting/projection/rebuild", null);
        rebuild.StatusCode.ShouldBe(HttpStatusCode.Accepted, await rebuild.Content.ReadAsStringAsync());
    }

    private static async Task<string?> TypeOf(ReportingWeb web, string address, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null) request.Headers.Add("Accept", accept);
        using var answer = await web.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer.Content.Headers.ContentType?.MediaType;
    }
}
