using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Crm.BuildingBlocks.Hosting.Files;

public static class FileSetup
{
    /// <summary>Files of the modules, in the database or in a folder.</summary>
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSettings<FileStorageOptions>(FileStorageOptions.Section);
        services.TryAddSingleton<StoredFiles>();
    }
}
