using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>One kind of long work of a module.</summary>
/// <param name="Kind">Stored name, chosen once: <c>module.verb</c>.</param>
/// <param name="Work">The class that does it.</param>
/// <param name="Input">What it is asked with.</param>
/// <param name="Run">Runs it with the stored input.</param>
public sealed record OperationDescription(string Kind, Type Work, Type Input, Func<IServiceProvider, string, OperationRun, CancellationToken, Task<OperationOutcome>> Run);

/// <param name="Json">The result as it is stored.</param>
/// <param name="Link">See <see cref="ILinkedResult"/>.</param>
public sealed record OperationOutcome(string Json, string? Link);

public static class OperationRegistration
{
    /// <param name="module">Of the module.</param>
    /// <param name="kind">Stored name, chosen once, such as <c>customers.import</c>.</param>
    /// <typeparam name="TWork">An <see cref="IOperation{TInput,TResult}"/>.</typeparam>
    public static ModuleBuilder Operation<TWork>(this ModuleBuilder module, string kind)
        where TWork : class
    {
        var contract = typeof(TWork).GetInterfaces().SingleOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOperation<,>))
            ?? throw new InvalidOperationException($"{typeof(TWork).Name} does not implement one IOperation<,>.");
        if (module.Description.Operations.Any(o => o.Kind == kind)) throw new InvalidOperationException($"Two operations are called '{kind}'.");
        var describe = typeof(OperationRegistration).GetMethod(nameof(Describe), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod([typeof(TWork), .. contract.GetGenericArguments()]);
        module.Description.Operations.Add((OperationDescription)describe.Invoke(null, [kind])!);
        return module.Services(services => services.AddScoped<TWork>());
    }

    private static OperationDescription Describe<TWork, TInput, TResult>(string kind)
        where TWork : class, IOperation<TInput, TResult> =>
        new(kind, typeof(TWork), typeof(TInput), async (services, stored, run, ct) =>
        {
            var input = JsonSerializer.Deserialize<TInput>(stored, EventJson.Options)!;
            var result = await services.GetRequiredService<TWork>().Run(input, run, ct);
            return new OperationOutcome(JsonSerializer.Serialize(result, EventJson.Options), (result as ILinkedResult)?.ResultLink);
        });
}
