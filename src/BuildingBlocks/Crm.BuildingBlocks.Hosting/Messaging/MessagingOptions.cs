namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Configuration section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    public const string Section = "Messaging";

    /// <summary>The most to-dos of one consumer that are worked off in one transaction.</summary>
    public int LargestBatch { get; set; } = 200;

    /// <summary>The most outbox rows a relay copies in one transaction.</summary>
    public int LargestDelivery { get; set; } = 500;

    /// <summary>How often a relay looks without having been woken: what a crash left behind, or another host.</summary>
    public TimeSpan RelaySweep { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc cref="RelaySweep"/>
    public TimeSpan InboxSweep { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Failures of one message before it is parked. Eight are about four minutes.</summary>
    public int MostAttempts { get; set; } = 8;

    /// <summary>How long finished rows are kept. They are the memory that recognises a repeated delivery.</summary>
    public int KeepDays { get; set; } = 14;

    /// <summary>Transactions of relays and inboxes at one time in this process; null is 1 on SQLite, else twice the processors.</summary>
    public int? Workers { get; set; }
}
