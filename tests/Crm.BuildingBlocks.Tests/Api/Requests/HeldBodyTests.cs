using System.Text;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Requests;

/// <summary>What becomes of a body whose Idempotency-Key has to stand for it.</summary>
public sealed class HeldBodyTests
{
    [Fact]
    public async Task A_long_body_is_held_in_memory_and_never_in_a_temporary_file()
    {
        var text = new string('x', 300_000);
        var http = Request(text);

        await Conventions().Invoke(http, new CommandContext(), new CallerContext());

        http.Request.Body.ShouldBeOfType<MemoryStream>();
        (await new StreamReader(http.Request.Body).ReadToEndAsync()).ShouldBe(text);
    }

    [Fact]
    public async Task An_upload_is_not_touched_before_it_is_taken_in()
    {
        var http = Request("file", new TakesUpload(1000));
        var body = http.Request.Body;

        await Conventions().Invoke(http, new CommandContext(), new CallerContext());

        http.Request.Body.ShouldBeSameAs(body);
        body.Position.ShouldBe(0);
    }

    [Fact]
    public void The_same_key_with_another_uploaded_body_is_another_request()
    {
        var key = new IdempotencyKey("k", "of the address");

        key.OfBody([1]).ShouldBe(key.OfBody([1]));
        key.OfBody([1]).RequestHash.ShouldNotBe(key.OfBody([2]).RequestHash);
        key.OfBody([1]).RequestHash.ShouldNotBe((key with { RequestHash = "of another" }).OfBody([1]).RequestHash);
    }

    private static RequestConventions Conventions() => new(_ => Task.CompletedTask);

    private static DefaultHttpContext Request(string body, params object[] metadata)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.Headers["Idempotency-Key"] = "k";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        if (metadata.Length == 0) http.Request.Body = new BufferedStream(http.Request.Body);
        http.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/"), 0, new EndpointMetadataCollection(metadata), null));
        return http;
    }
}
