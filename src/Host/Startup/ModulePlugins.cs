using System.Reflection;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.DependencyModel;

namespace Crm.Host.Startup;

/// <summary>Which plug-ins this host was built with and which of them are switched on.</summary>
internal static class ModulePlugins
{
    private const string Section = "Modules";

    public static IReadOnlyList<IModule> Enabled(IConfiguration configuration)
    {
        var dependencies = DependencyContext.Load(typeof(ModulePlugins).Assembly)
            ?? throw new StartupFailure("Crm.Host.deps.json is missing beside Crm.Host.dll, so the modules cannot be found.");
        var found = ModuleCatalog.Discover(dependencies);
        RequireAllThatWereBuilt(found);
        RequireKnownNames(configuration, found);
        return [.. found.Where(m => configuration.GetValue($"{Section}:{m.Name}:Enabled", defaultValue: true))];
    }

    private static void RequireAllThatWereBuilt(IReadOnlyList<IModule> found)
    {
        var built = typeof(ModulePlugins).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "CrmModuleProjects").Value!.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Where(project => !project.EndsWith(".Contracts", StringComparison.Ordinal));
        var missing = built.Except(found.Select(m => m.GetType().Assembly.GetName().Name!)).ToList();
        if (missing.Count > 0)
            throw new StartupFailure($"These modules were built with the host but not found: {string.Join(", ", missing)}. Is [assembly: CrmModule] missing?");
    }

    private static void RequireKnownNames(IConfiguration configuration, IReadOnlyList<IModule> found)
    {
        var unknown = configuration.GetSection(Section).GetChildren().Select(c => c.Key)
            .Except(found.Select(m => m.Name), StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
            throw new StartupFailure($"The configuration names modules that do not exist: {string.Join(", ", unknown)}. There are {string.Join(", ", found.Select(m => m.Name))}.");
    }
}
