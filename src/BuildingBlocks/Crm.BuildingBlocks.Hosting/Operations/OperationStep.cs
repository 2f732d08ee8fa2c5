using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>One transaction of a piece of long work, in a scope of its own and with the rights of whoever asked for it.</summary>
public sealed class OperationStep
{
    private readonly List<OperationProblem> _problems = [];
    private readonly Guid _operation;

    internal OperationStep(IServiceProvider services, ModuleDbContext db, Guid operation, long done, long? total)
    {
        (Services, Db, _operation, Done, Total) = (services, db, operation, done, total);
    }

    public IServiceProvider Services { get; }

    /// <summary>The module's context. The step saves it at its end.</summary>
    public ModuleDbContext Db { get; }

    /// <summary>Units of work done when this step is; shown as progress.</summary>
    public long Done { get; set; }

    /// <summary>Units in all, once that is known.</summary>
    public long? Total { get; set; }

    /// <summary>Where to go on after an interruption. Left null the one before stays.</summary>
    public object? Checkpoint { get; set; }

    internal IReadOnlyList<OperationProblem> Problems => _problems;

    /// <summary>Command handlers of the module and whatever else the step needs.</summary>
    public TService Get<TService>()
        where TService : notnull => Services.GetRequiredService<TService>();

    /// <summary>Reports something wrong without stopping.</summary>
    /// <param name="code">Stable, <c>module.what</c>.</param>
    /// <param name="text">What is wrong and what to do.</param>
    /// <param name="values">Fill the placeholders of <paramref name="text"/>.</param>
    /// <param name="line">1-based line of the input.</param>
    /// <param name="field">Field of the input.</param>
    /// <param name="value">What the input said there.</param>
    public void Problem(string code, Phrase text, object?[]? values = null, long? line = null, string? field = null, string? value = null) =>
        _problems.Add(NewProblem(_operation, code, text, values ?? [], line, field, value));

    internal static OperationProblem NewProblem(
        Guid operation, string code, Phrase text, object?[] values, long? line = null, string? field = null, string? value = null) => new()
        {
            OperationId = operation,
            Line = line,
            Code = code,
            English = text.In(Language.English, values),
            Chinese = text.In(Language.Chinese, values),
            Field = field,
            Value = value,
        };
}
