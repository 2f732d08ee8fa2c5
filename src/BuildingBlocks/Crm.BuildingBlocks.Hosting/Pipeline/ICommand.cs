namespace Crm.BuildingBlocks.Hosting.Pipeline;

/// <summary>A wish to change something, named as an imperative.</summary>
/// <typeparam name="TResult">
/// What the caller is told. It is kept for 48 hours to answer a repeated Idempotency-Key, so it carries ids, numbers and versions and never personal values.
/// </typeparam>
public interface ICommand<TResult>;

/// <summary>Handles one kind of command. Runs inside one transaction and never saves by itself: the unit of work does, once.</summary>
public interface ICommandHandler<in TCommand, TResult>
    where TCommand : ICommand<TResult>
{
    Task<TResult> Handle(TCommand command, CancellationToken ct);
}
