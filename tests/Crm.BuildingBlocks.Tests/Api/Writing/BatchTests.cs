using Crm.BuildingBlocks.Hosting.Api.Writing;
using Microsoft.AspNetCore.Mvc;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Writing;

public sealed class BatchTests
{
    private static readonly Rule TooMany = new("parcels.too-many", "Too many.", "太多。");

    public sealed record Add(string Sku, int Quantity);

    public sealed record Added(string Sku);

    private readonly List<string> _kept = [];

    [Fact]
    public async Task All_items_are_done_in_one_transaction()
    {
        var result = await Run("""{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":2}]}""");

        result.Succeeded.ShouldBe(2);
        result.Items.Select(i => (i.Index, i.Status, i.Result!.Sku)).ShouldBe([(0, 200, "a"), (1, 200, "b")]);
        _kept.ShouldBe(["a+b"]);
    }

    [Fact]
    public async Task With_abort_one_refused_item_undoes_all_and_is_named()
    {
        var aborted = await Should.ThrowAsync<BatchAborted>(() => Run("""{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":99},{"sku":"c","quantity":1}]}"""));

        aborted.Index.ShouldBe(1);
        aborted.Cause.ShouldBeOfType<RuleBroken>().Rule.ShouldBe(TooMany);
        _kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_skip_the_others_are_done_each_by_itself()
    {
        var result = await Run(
            """{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":99},{"sku":"c","colour":1},7,{"sku":"d","quantity":0},{"sku":"e","quantity":1}]}""", "?onError=skip");

        (result.Succeeded, result.Failed).ShouldBe((2, 4));
        result.Items.Select(i => i.Status).ShouldBe([200, 409, 400, 400, 500, 200]);
        result.Items[1].Problem!.Detail.ShouldBe("parcels.too-many: Too many.");
        _kept.ShouldBe(["a", "e"]);
    }

    [Fact]
    public async Task An_item_that_cannot_be_read_aborts_before_anything_is_done()
    {
        var aborted = await Should.ThrowAsync<BatchAborted>(() => Run("""{"items":[{"sku":"a","quantity":1},{"sku":"b","quantity":"x"}]}""", "?onError=abort"));

        aborted.Index.ShouldBe(1);
        aborted.Cause.ShouldBeOfType<InvalidInput>().Errors.Single().Pointer.ShouldBe("/quantity");
    }

    [Theory]
    [InlineData("""{"items":[]}""", "", "/items")]
    [InlineData("""{"items":{}}""", "", "/items")]
    [InlineData("""{}""", "", "/items")]
    [InlineData("""[]""", "", "")]
    [InlineData("""{"items":[{}],"more":1}""", "", "/more")]
    [InlineData("""{"items":[{}]}""", "?onError=never", "onError")]
    [InlineData("""{"items":[{}]}""", "?onError=skip&onError=skip", "onError")]
    [InlineData("""{"items":[{}]}""", "?onerror=skip&mode=x", "onerror")]
    public async Task What_is_no_batch_is_refused(string body, string query, string pointer) =>
        (await Should.ThrowAsync<InvalidInput>(() => Run(body, query))).Errors.Single().Pointer.ShouldBe(pointer);

    [Fact]
    public async Task A_batch_has_at_most_a_thousand_items()
    {
        static string Body(int count) => $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"sku":"a","quantity":1}""", count))}}]}""";

        (await Run(Body(1000))).Succeeded.ShouldBe(1000);
        (await Should.ThrowAsync<InvalidInput>(() => Run(Body(1001)))).Message.ShouldContain("1 to 1000");
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_an_item()
    {
        var batch = await BatchRequest<Add>.BindAsync(Bodies.Context("""{"items":[{"sku":"a","quantity":1}]}""", query: "?onError=skip"), null!);
        await Should.ThrowAsync<OperationCanceledException>(() => batch!.Run<Added>((_, _) => throw new OperationCanceledException(), Transaction, Told, default));
    }

    private async Task<BatchResult<Added>> Run(string body, string query = "")
    {
        var batch = await BatchRequest<Add>.BindAsync(Bodies.Context(body, query: query), null!);
        return await batch!.Run(One, Transaction, Told, default);
    }

    private readonly List<string> _pending = [];

    private Task<Added> One(Add command, CancellationToken ct)
    {
        _pending.Add(command.Sku);
        return command.Quantity switch
        {
            99 => throw TooMany.Broken(),
            0 => throw new DivideByZeroException(),
            _ => Task.FromResult(new Added(command.Sku)),
        };
    }

    private async Task Transaction(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        _pending.Clear();
        await work(ct);
        _kept.Add(string.Join('+', _pending));
    }

    private static ProblemDetails Told(Exception failure) => new()
    {
        Status = failure switch { RuleBroken => 409, InvalidInput => 400, _ => 500 },
        Detail = failure.Message,
    };
}
