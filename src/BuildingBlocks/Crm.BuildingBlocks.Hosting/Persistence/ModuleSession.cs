using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>What a context knows of the scope it was rented in.</summary>
public sealed class ModuleSession(CallerContext caller, CommandContext command, IPersonKeys? persons)
{
    /// <summary>Shows nothing and may write nothing that belongs to somebody.</summary>
    public static readonly ModuleSession Closed = new(new CallerContext(), new CommandContext(), persons: null);

    public CallerContext Caller { get; } = caller;

    public CommandContext Command { get; } = command;

    public IPersonKeys Persons => persons ?? throw new InvalidOperationException("This context was rented without access to the keys of persons.");

    /// <summary>Empty for a caller without a unit, who reaches no unit's rows, least of all those that belong to none.</summary>
    public IReadOnlyList<Guid> ReachedUnits => Caller.Caller.UnitsWithin(Caller.Scope);
}
