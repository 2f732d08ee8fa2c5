using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Persistence;

/// <summary>What a module's context needs besides the database: carried by its options, so that pooled contexts have it too.</summary>
public sealed class ModuleOptions(string module, Dialect dialect, KeyRing keys, TimeProvider time, PublishedEvents? publishes) : IDbContextOptionsExtension
{
    public string Module { get; } = module;

    public Dialect Dialect { get; } = dialect;

    public KeyRing Keys { get; } = keys;

    public TimeProvider Time { get; } = time;

    public PublishedEvents? Publishes { get; } = publishes;

    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class ExtensionInfo(ModuleOptions options) : DbContextOptionsExtensionInfo(options)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => $"module={options.Module} ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Crm:Module"] = options.Module;
    }
}
