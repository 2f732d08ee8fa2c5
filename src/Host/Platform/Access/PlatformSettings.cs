using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Host.Platform.Access;

/// <summary>Settings as administrators chose them, kept with the rest of what this host knows.</summary>
internal sealed class PlatformSettings(AccessDirectory directory, IEnumerable<SettingDefinition> definitions) : ISettings
{
    private readonly Dictionary<string, SettingDefinition> _definitions = definitions.ToDictionary(d => d.Name, StringComparer.Ordinal);

    public async ValueTask<string> Text(string name, CancellationToken ct)
    {
        var definition = _definitions.GetValueOrDefault(name) ?? throw new InvalidOperationException($"The setting '{name}' is not declared.");
        return (await directory.Present(ct)).Settings.GetValueOrDefault(name) ?? definition.Default;
    }
}
