using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Rebuilding;

/// <summary>A rebuild as long work: with progress, cancellable, and resumed where it was after a crash.</summary>
internal sealed class RebuildFacts : IOperation<RebuildFacts.Request, RebuildOutcome>
{
    public const string Kind = "reporting.rebuild-facts";

    private const int EventsPerStep = 500;

    /// <summary>With fewer events to go the live facts may wait for the rest.</summary>
    private const int FewEnough = EventsPerStep;

    public async Task<RebuildOutcome> Run(Request input, OperationRun run, CancellationToken ct)
    {
        var progress = run.Checkpoint<Progress>() ?? await Begin(run, ct);
        if (progress.Outcome is null)
        {
            await Drop(run, ct);
            await Replay(run, progress.Generation, ct);
            progress = await Finish(run, progress.Generation, ct);
        }

        await Drop(run, ct);
        return progress.Outcome!;
    }

    private static async Task<Progress> Begin(OperationRun run, CancellationToken ct)
    {
        var progress = new Progress(0, null);
        await run.Step(
            async step =>
            {
                var db = step.Get<ReportingDbContext>();
                step.Checkpoint = progress = new Progress(await step.Get<FactsRebuild>().Begin(ct), null);
                step.Total = await db.KeptEvents.LongCountAsync(ct);
            },
            ct);
        return progress;
    }

    private static async Task Replay(OperationRun run, int generation, CancellationToken ct)
    {
        var replayed = EventsPerStep;
        while (replayed >= FewEnough)
        {
            await run.Step(
                async step =>
                {
                    replayed = await step.Get<FactsRebuild>().Replay(generation, EventsPerStep, ct);
                    step.Done += replayed;
                },
                ct);
        }
    }

    private static async Task<Progress> Finish(OperationRun run, int generation, CancellationToken ct)
    {
        var progress = new Progress(generation, null);
        await run.Step(
            async step =>
            {
                progress = new Progress(generation, await step.Get<FactsRebuild>().Finish(generation, EventsPerStep, ct));
                step.Checkpoint = progress;
                step.Done = progress.Outcome!.Events;
                step.Total = progress.Outcome.Events;
            },
            ct);
        return progress;
    }

    private static async Task Drop(OperationRun run, CancellationToken ct)
    {
        var dropped = 1;
        while (dropped > 0) await run.Step(async step => dropped = await step.Get<FactsRebuild>().DropRetired(ct), ct);
    }

    internal sealed record Request;

    private sealed record Progress(int Generation, RebuildOutcome? Outcome);
}
