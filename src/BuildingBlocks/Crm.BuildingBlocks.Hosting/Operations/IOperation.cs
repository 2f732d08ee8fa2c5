namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>
/// Work too long for a request. It does its work in steps (<see cref="OperationRun.Step"/>), each one transaction together with the
/// progress and the checkpoint that cover it, so that after a crash the next host goes on exactly behind the last step.
/// </summary>
/// <typeparam name="TInput">What it was asked for; stored as JSON, so it carries ids and settings and no personal values.</typeparam>
/// <typeparam name="TResult">What came of it; stored as JSON. A result with an address of its own implements <see cref="ILinkedResult"/>.</typeparam>
public interface IOperation<in TInput, TResult>
{
    Task<TResult> Run(TInput input, OperationRun run, CancellationToken ct);
}

/// <summary>A result that is, or is described by, a resource.</summary>
public interface ILinkedResult
{
    /// <summary>Path from the root of the host, such as <c>/api/v1/customers/imports/...</c>.</summary>
    string ResultLink { get; }
}
