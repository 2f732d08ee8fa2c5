using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Operations;

namespace Crm.BuildingBlocks.Tests.LongWork;

/// <summary>Counts to a number, so many per step, and finds fault with every hundredth.</summary>
internal sealed class CountUp(StepHook hook) : IOperation<CountUp.Input, CountUp.Counted>
{
    public const string Kind = "long-work.count";

    private static readonly Phrase RoundNumber = new("{0} is suspiciously round.", "{0} 是个可疑的整数。");

    public async Task<Counted> Run(Input input, OperationRun run, CancellationToken ct)
    {
        for (var next = run.Checkpoint<Mark>()?.Next ?? 1; next <= input.To; next += input.PerStep)
        {
            var (from, to) = (next, Math.Min(next + input.PerStep - 1, input.To));
            await run.Step(async step =>
            {
                var caller = step.Get<CallerContext>().Caller.Id;
                for (var number = from; number <= to; number++)
                {
                    step.Db.Add(new Tally { OperationId = run.Id, Number = number, CallerId = caller });
                    if (number % 100 == 0) step.Problem("long-work.round", RoundNumber, [number], line: number, field: "number", value: $"={number}");
                }

                (step.Done, step.Total, step.Checkpoint) = (to, input.To, new Mark(to + 1));
                await hook.Before(to, ct);
            }, ct);
            await hook.After(to, ct);
        }

        return new Counted(input.To);
    }

    internal sealed record Input(int To, int PerStep);

    internal sealed record Counted(int Numbers) : ILinkedResult
    {
        public string ResultLink => $"/api/v1/long-work/tallies?to={Numbers}";
    }

    internal sealed record Mark(int Next);
}

/// <summary>Lets a test interfere with the steps: inside one before its commit, or between two.</summary>
internal sealed class StepHook
{
    public Func<int, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public Func<int, CancellationToken, Task> After { get; set; } = (_, _) => Task.CompletedTask;
}
