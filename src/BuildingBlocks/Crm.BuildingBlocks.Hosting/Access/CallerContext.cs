using System.Net;

namespace Crm.BuildingBlocks.Hosting.Access;

/// <summary>Who acts in this scope and which rows the permission in force reaches. Closed until somebody opens it.</summary>
public sealed class CallerContext
{
    public Caller Caller { get; private set; } = Caller.Nobody;

    /// <summary>The rows the permission of the present request reaches. <see cref="RowScope.None"/> shows nothing.</summary>
    public RowScope Scope { get; private set; } = RowScope.None;

    public IPAddress? RemoteAddress { get; set; }

    /// <summary>What this caller may use; long operations are counted against it when they are asked for.</summary>
    public ClientLimits Limits { get; set; } = ClientLimits.Default;

    public Language Language { get; set; } = Language.English;

    public void Act(Caller caller, RowScope scope)
    {
        Caller = caller;
        Scope = scope;
    }

    /// <summary>Acts as the system itself, for consumers, jobs and start-up work.</summary>
    public void ActAsJob(string name) => Act(Caller.Job(name), RowScope.All);
}
