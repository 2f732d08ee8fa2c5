using System.Reflection;
using Microsoft.Extensions.DependencyModel;

namespace Crm.BuildingBlocks.Hosting.Modules;

/// <summary>The modules of this host, found once at start and never skipped with a warning.</summary>
public sealed class ModuleCatalog
{
    private readonly ILookup<Assembly, (IModule Module, ModuleDescription Description)> _byAssembly;

    public ModuleCatalog(IEnumerable<(IModule Module, ModuleDescription Description)> modules)
    {
        Modules = [.. modules];
        _byAssembly = Modules.ToLookup(m => m.Description.Assembly);
    }

    public IReadOnlyList<(IModule Module, ModuleDescription Description)> Modules { get; }

    public IEnumerable<ModuleDescription> Descriptions => Modules.Select(m => m.Description);

    /// <summary>The module a command belongs to: that of its assembly; where several share one, that whose namespace it lies in.</summary>
    public ModuleDescription Of(Type command)
    {
        var here = _byAssembly[command.Assembly].ToList();
        var near = here.Count == 1 ? here : here.FindAll(m => $"{command.Namespace}.".StartsWith($"{m.Module.GetType().Namespace}.", StringComparison.Ordinal));
        return near.Count == 1 ? near[0].Description : throw new InvalidOperationException($"{command.FullName} belongs to no module of this host.");
    }

    public ModuleDescription? Find(string name) => Descriptions.FirstOrDefault(d => d.Name == name);

    /// <summary>Describes modules that are given, in order of their names, so that a start is the same every time.</summary>
    public static ModuleCatalog Describe(IEnumerable<IModule> modules)
    {
        var described = modules.Select(Describe).OrderBy(m => m.Description.Name, StringComparer.Ordinal).ToList();
        var twice = described.GroupBy(m => m.Description.Name).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new ModuleCatalog(described)
            : throw new StartupFailure($"Two modules are called '{twice.Key}': {string.Join(", ", twice.Select(m => m.Module.GetType().FullName))}.");
    }

    /// <summary>The modules the compiler put into the host's dependency context; the files that happen to lie in a folder do not count.</summary>
    public static IReadOnlyList<IModule> Discover(DependencyContext dependencies)
    {
        var modules = new List<IModule>();
        foreach (var name in dependencies.RuntimeLibraries.Where(l => l.Type == "project").SelectMany(l => l.GetDefaultAssemblyNames(dependencies)))
        {
            var assembly = Assembly.Load(name);
            if (assembly.GetCustomAttribute<CrmModuleAttribute>() is not { } marked) continue;
            modules.Add(Build(marked.Module));
        }

        return modules;
    }

    private static IModule Build(Type type)
    {
        try
        {
            return (IModule)Activator.CreateInstance(type, nonPublic: true)!;
        }
        catch (Exception failure)
        {
            throw new StartupFailure($"The module {type.FullName} could not be built: {failure.GetBaseException().Message}", failure);
        }
    }

    private static (IModule Module, ModuleDescription Description) Describe(IModule module)
    {
        var description = new ModuleDescription(module.Name, module.GetType().Assembly);
        try
        {
            module.Describe(new ModuleBuilder(description));
        }
        catch (Exception failure)
        {
            throw new StartupFailure($"The module '{module.Name}' could not describe itself: {failure.Message}", failure);
        }

        return (module, description);
    }
}

/// <summary>The host must not start; the message says why in one sentence.</summary>
public sealed class StartupFailure(string message, Exception? inner = null) : Exception(message, inner);
