namespace Crm.BuildingBlocks.Hosting.Demo;

/// <summary>A module's part of the demo company. It goes through the module's own command handlers, so a demo can do nothing that users cannot.</summary>
public interface IDemoData
{
    /// <summary>Lower stages are filled first, and their events have arrived everywhere before the next stage begins.</summary>
    DemoStage Stage { get; }

    /// <summary>What is being made, in a few words.</summary>
    Phrase What { get; }

    /// <summary>Addresses worth a first look at what was made.</summary>
    IReadOnlyList<string> Try => [];

    Task Fill(DemoRun run, CancellationToken ct);
}

public enum DemoStage
{
    People,
    Customers,
    Sales,
    Plans,
    Reports,
}

/// <summary>One filling of the demo company: the same seed and day make the same company.</summary>
/// <param name="seed">Chosen once.</param>
/// <param name="firstDay">On which business begins.</param>
/// <param name="today">The last business day of the demo.</param>
/// <param name="report">Told how much is done, and how much there is to do.</param>
public sealed class DemoRun(int seed, DateOnly firstDay, DateOnly today, Action<int, int> report)
{
    public DateOnly FirstDay { get; } = firstDay;

    public DateOnly Today { get; } = today;

    /// <summary>A sequence of its own for each purpose, so that one module's demo does not change when another's does.</summary>
    public Random Random(string purpose) => new(purpose.Aggregate(seed, (hash, c) => unchecked((hash * 31) + c)));

    public void Report(int done, int total) => report(done, total);
}
