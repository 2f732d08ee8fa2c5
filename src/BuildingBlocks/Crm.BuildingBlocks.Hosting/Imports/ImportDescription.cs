using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Imports.Duplicates;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Something a module takes from files.</summary>
/// <param name="Target">Stored name, such as <c>sales-orders.orders</c>.</param>
/// <param name="Row">The record a row of the file becomes.</param>
/// <param name="Permission">Whoever imports needs it, and reaches the rows it gives.</param>
/// <param name="Type">The class that takes the rows.</param>
/// <param name="Run">Runs an import into it.</param>
public sealed record ImportDescription(
    string Target, Type Row, string Permission, Type Type, Func<IServiceProvider, ImportRun, CancellationToken, Task<ImportResult>> Run)
{
    internal RowShape Shape { get; } = RowShape.Of(Row);

    /// <summary>By what a duplicate can be recognised; empty for a target that knows keys only.</summary>
    internal DuplicateTraits Traits { get; } = DuplicateTraits.Of(Type, Row);

    internal bool IsRevertible => typeof(IRevertible).IsAssignableFrom(Type);

    /// <summary>All that a file may fill at the moment.</summary>
    internal async Task<RowShape> ShapeNow(IServiceProvider services, CancellationToken ct) => typeof(IHasFurtherFields).IsAssignableFrom(Type)
        ? Shape.With(await ((IHasFurtherFields)services.GetRequiredService(Type)).FurtherFields(ct))
        : Shape;
}

public static class ImportRegistration
{
    /// <param name="module">Of the module.</param>
    /// <param name="target">Stored name, chosen once: <c>module.resource</c>.</param>
    /// <param name="permission">The one that creating the same records one by one needs.</param>
    /// <typeparam name="TTarget">An <see cref="IImportTarget{TRow}"/>.</typeparam>
    public static ModuleBuilder Import<TTarget>(this ModuleBuilder module, string target, Permission permission)
        where TTarget : class
    {
        var contract = typeof(TTarget).GetInterfaces().SingleOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IImportTarget<>))
            ?? throw new InvalidOperationException($"{typeof(TTarget).Name} does not implement one IImportTarget<>.");
        if (module.Description.Imports.Any(i => i.Target == target)) throw new InvalidOperationException($"Two imports are called '{target}'.");
        var describe = typeof(ImportRegistration).GetMethod(nameof(Describe), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(typeof(TTarget), contract.GenericTypeArguments[0]);
        module.Description.Imports.Add((ImportDescription)describe.Invoke(null, [target, permission.Name])!);
        if (module.Description.Imports.Count == 1) module.Operation<ImportOperation>(ImportOperation.KindOf(module.Description.Name)).Operation<UndoOperation>(UndoOperation.KindOf(module.Description.Name));
        return module.Services(services => services.AddScoped<TTarget>());
    }

    private static ImportDescription Describe<TTarget, TRow>(string target, string permission)
        where TTarget : class, IImportTarget<TRow>
        where TRow : class =>
        new(target, typeof(TRow), permission, typeof(TTarget), (services, run, ct) =>
            ActivatorUtilities.CreateInstance<ImportRunner<TTarget, TRow>>(services, run).Run(ct));
}
