namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Configuration section <c>Operations</c>.</summary>
public sealed class OperationOptions
{
    public const string Section = "Operations";

    /// <summary>Operations of one module that one host runs at the same time.</summary>
    public int PerHost { get; set; } = 2;

    /// <summary>Operations of one caller that run at the same time in one module; more wait.</summary>
    public int PerCaller { get; set; } = 2;

    /// <summary>A host that reports nothing for so long has lost the operation to the next host that looks.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an idle host looks for work of others; its own starts at once.</summary>
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Starts without getting any further before the work is given up.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>Days for which a finished operation, its problems and its files can be asked for.</summary>
    public int KeepDays { get; set; } = 30;
}
