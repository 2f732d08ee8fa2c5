using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Http;

/// <summary>The stories told in <c>docs/http</c> are true: each request is answered as the file promises, from the first to the last.</summary>
public sealed class HttpFileTests
{
    private const string Promise = "# expect ";

    public static TheoryData<string> Stories => [.. Told];

    private static IReadOnlyList<string> Told =>
        [.. Directory.GetFiles(Folder, "*.http").Where(file => File.ReadAllText(file).Contains(Promise, StringComparison.Ordinal)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Above("Crm.sln"), "docs", "http");

    [Theory, MemberData(nameof(Stories))]
    public async Task A_story_is_answered_as_it_is_told(string name)
    {
        var file = HttpFile.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name)));
        file.Requests.Where(r => r.Expected is null).Select(r => $"line {r.Line}: {r.Title}").ShouldBeEmpty("Who begins to promise promises for every request.");
        await using var app = await CrmApp.Start();
        var run = new HttpFileRun(app, new Dictionary<string, string>(file.Variables) { ["host"] = "http://localhost", ["key"] = app.Administrator().DefaultRequestHeaders.Authorization!.Parameter! });

        foreach (var step in file.Requests) await run.Send(step);

        app.ErrorLog.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void The_three_trades_and_the_walk_through_sales_are_told() =>
        new[] { "sales-orders.http", "scenario-online-shop.http", "scenario-retail.http", "scenario-services.http" }.Except(Told).ShouldBeEmpty();

    [Fact]
    public void A_file_is_read_as_editors_read_it()
    {
        var file = HttpFile.Parse("""
            # prose
            @host = http://x
            ### First
            # @name made
            # expect 201
            POST {{host}}/a
            Content-Type: application/json

            { "b": 1 }

            ### Second
            // expect 200
            GET {{host}}/a/{{made.response.body.$.id}} HTTP/1.1
            """);

        file.Variables["host"].ShouldBe("http://x");
        file.Requests.Select(r => (r.Title, r.Name, r.Expected, r.Method, r.Body)).ShouldBe([("First", "made", 201, "POST", "{ \"b\": 1 }"), ("Second", null, 200, "GET", "")]);
        file.Requests[0].Headers.ShouldBe([("Content-Type", "application/json")]);
        Should.Throw<FormatException>(() => HttpFile.Parse("### x\nPOTS http://x"));
    }

    private static string Above(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, file))) folder = folder.Parent ?? throw new FileNotFoundException(file);
        return folder.FullName;
    }
}
