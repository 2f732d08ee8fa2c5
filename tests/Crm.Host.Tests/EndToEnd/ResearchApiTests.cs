using System.Net;
using System.Text;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Host.Tests.App;
using Crm.Host.Tests.Northwind;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

/// <summary>Markets and studies, over the API.</summary>
public sealed class ResearchApiTests
{
    private const string Api = "/api/v1/planning";

    [SkippableTheory, EveryProvider]
    public async Task What_competitors_ask_is_written_down_and_a_study_goes_from_its_questions_to_its_findings(DatabaseProvider provider)
    {
        await using var app = await CrmApp.Start(provider);
        var owner = app.Administrator();
        await Prices(owner);
        await Study(owner);
        await app.EventsSettled();
        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    private static async Task Prices(HttpClient owner)
    {
        var rival = (await (await owner.Post($"{Api}/competitors", new { code = "rival", name = "The rival" })).Json(HttpStatusCode.Created)).Id();
        await (await owner.Post($"{Api}/competitors", new { code = "rival", name = "Again" })).Problem(409, "urn:crm:rule:planning.competitor-code-taken");
        var read = await owner.GetAsync($"{Api}/competitors/{rival}");
        await (await owner.Patch($"{Api}/competitors/{rival}", new { website = "https://rival.example" }, read.Tag())).Json();
        await (await owner.Patch($"{Api}/competitors/{rival}", new { name = "Late" }, read.Tag())).Problem(412, "urn:crm:stale");

        var first = (await (await owner.Post($"{Api}/competitor-prices", Seen(rival, 9.8m), key: "seen")).Json(HttpStatusCode.Created)).Id();
        (await (await owner.Post($"{Api}/competitor-prices", Seen(rival, 9.8m), key: "seen")).Json(HttpStatusCode.Created)).Id().ShouldBe(first);
        var batch = await (await owner.Post($"{Api}/competitor-prices/batch?onError=skip", new { items = new[] { Seen(rival, 10.4m), Seen(rival, -1m) } })).Json();
        (batch.GetProperty("succeeded").GetInt32(), batch.GetProperty("failed").GetInt32()).ShouldBe((1, 1));
        await (await owner.Post($"{Api}/competitor-prices/{first}/void", new { reason = "Seen in another shop." })).Json();
        await (await owner.Post($"{Api}/competitor-prices/{first}/void", new { reason = "Twice." })).Problem(409, "urn:crm:rule:planning.observation-not-holding");

        var level = (await (await owner.GetAsync($"{Api}/competitor-prices/summary?sku=TEA")).Json()).GetProperty("levels").EnumerateArray().Single();
        (level.GetProperty("median").GetDecimal(), level.Text("cheapestCode")).ShouldBe((10.4m, "rival"));
        (await (await owner.GetAsync($"{Api}/competitor-prices?filter[competitorId]={rival}&filter[holds]=false")).Json()).GetProperty("items").GetArrayLength().ShouldBe(1);
        await (await owner.GetAsync($"{Api}/competitor-prices/summary")).Problem(400, "urn:crm:validation");
    }

    private static async Task Study(HttpClient owner)
    {
        var study = (await (await owner.Post($"{Api}/studies", Tea())).Json(HttpStatusCode.Created)).Id();
        await (await owner.Post($"{Api}/studies/{study}/responses", Answers("r0", "green", 9))).Problem(409, "urn:crm:rule:planning.study-not-fielding");
        await (await owner.Post($"{Api}/studies/{study}/field", new { })).Json();
        var one = (await (await owner.Post($"{Api}/studies/{study}/responses", Answers("r1", "green", 9))).Json(HttpStatusCode.Created)).Id();
        await (await owner.Post($"{Api}/studies/{study}/responses/batch", new { items = new[] { Answers("r2", "green", 10), Answers("r3", "black", 3) } })).Json();
        await (await owner.Post($"{Api}/studies/{study}/responses", Answers("r4", "red", 11))).Problem(400, "urn:crm:validation");
        await Import(owner);

        var results = await (await owner.GetAsync($"{Api}/studies/{study}/results")).Json();
        results.GetProperty("responses").GetInt32().ShouldBe(4);
        var sort = results.GetProperty("questions")[0].GetProperty("options")[0];
        (sort.Text("key"), sort.GetProperty("count").GetInt32(), sort.GetProperty("share").GetDecimal()).ShouldBe(("green", 2, 0.5m));
        results.GetProperty("questions")[1].GetProperty("nps").GetProperty("score").GetDecimal().ShouldBe(0m);
        (await (await owner.GetAsync($"{Api}/studies/{study}/results/cross?rows=sort&columns=daily")).Json()).GetProperty("n").GetInt32().ShouldBe(3);
        (await (await owner.GetAsync($"{Api}/studies/{study}/results/trend?question=score")).Json()).GetProperty("waves").GetArrayLength().ShouldBe(2);
        await (await owner.GetAsync($"{Api}/studies/{study}/results/trend?question=sort")).Problem(400, "urn:crm:validation");
        (await (await owner.GetAsync($"{Api}/studies/{study}/responses/{one}")).Json()).GetProperty("answers").EnumerateArray().Select(a => a.Text("question")).ShouldBe(["sort", "score", "daily"]);

        await (await owner.Post($"{Api}/studies/{study}/complete", new { })).Json();
        await (await owner.Post($"{Api}/studies/{study}/findings", new { text = "Half drink it green.", evidence = new[] { "sort" } })).Json();
        var read = await owner.GetAsync($"{Api}/studies/{study}");
        var view = await read.Json();
        (view.Text("state"), view.GetProperty("responses").GetInt32(), view.GetProperty("findings").GetArrayLength()).ShouldBe(("completed", 4, 1));
        await (await owner.Delete($"{Api}/studies/{study}", read.Tag())).Problem(409, "urn:crm:rule:planning.study-not-designed");
    }

    private static async Task Import(HttpClient owner)
    {
        const string Profile = """
            { "target": "planning.answers", "key": { "system": "panel", "columns": ["Who", "Question"] },
              "fields": { "study": { "constant": "tea" }, "wave": { "constant": "2" }, "respondent": { "column": "Who" }, "question": { "column": "Question" }, "answer": { "column": "Answer" }, "answeredOn": { "constant": "2026-01-05" } } }
            """;
        var form = new MultipartFormDataContent
        {
            { new StringContent(Profile), "profile" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("Who,Question,Answer\np1,sort,black\np1,score,2\np1,score,2\n")), "file", "answers.csv" },
        };
        var import = (await owner.Finished(await owner.PostAsync($"{Api}/imports", form))).GetProperty("links").Text("result")!;
        await owner.Finished(await owner.Post($"{import}/run", new { }));
    }

    private static object Seen(Guid rival, decimal price) => new
    {
        competitorId = rival,
        sku = "TEA",
        unitPrice = price,
        currency = "EUR",
        seenOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        source = "web",
        confidence = 0.9,
    };

    private static object Tea() => new
    {
        code = "tea",
        name = "Tea",
        from = "2026-01-01",
        to = "2026-03-31",
        questions = new object[]
        {
            new { key = "sort", kind = "single", text = Text("Which sort?"), options = new[] { new { key = "green", text = Text("Green") }, new { key = "black", text = Text("Black") } }, isRequired = true },
            new { key = "score", kind = "scale", text = Text("Would you recommend it?"), least = 0, most = 10 },
            new { key = "daily", kind = "yesNo", text = Text("Every day?") },
        },
    };

    private static object Text(string english) => new { english, chinese = english };

    private static object Answers(string respondent, string sort, int score) => new
    {
        respondent,
        wave = "1",
        answeredOn = "2026-01-05",
        answers = new object[]
        {
            new { question = "sort", options = new[] { sort } }, new { question = "score", number = score }, new { question = "daily", options = new[] { score > 5 ? "yes" : "no" } },
        },
    };
}
