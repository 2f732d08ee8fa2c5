using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Guessing;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.BuildingBlocks.Hosting.Imports;

public static class ImportSetup
{
    /// <summary>What imports of any module need.</summary>
    public static void AddImports(this IServiceCollection services)
    {
        services.AddFiles();
        services.AddSettings<ImportOptions>(ImportOptions.Section)
            .Validate(o => o is { BatchSize: > 0, MostBytes: > 0, MostRecordBytes: > 0, MostDetails: > 0, MostExpandedBytes: > 0, MostSharedBytes: > 0 }, $"{ImportOptions.Section}: every number is at least 1.");
        services.TryAddScoped<ImportProfiles>();
        services.TryAddScoped<UndoDesk>();
        services.TryAddScoped<ImportDesk>();
        services.TryAddScoped<GuessDesk>();
    }
}
