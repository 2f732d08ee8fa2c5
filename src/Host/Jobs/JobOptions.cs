namespace Crm.Host.Jobs;

/// <summary>Configuration section <c>Jobs</c>.</summary>
internal sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this host runs jobs. Switched off it still shows them and takes orders for the hosts that do.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Jobs that this host runs at the same time.</summary>
    public int AtOnce { get; set; } = 4;

    /// <summary>Days for which runs can be looked up.</summary>
    public int KeepDays { get; set; } = 90;

    /// <summary>How long one attempt to reach the schedule in the database may take, at the start as in a request.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);
}
