using System.Collections.Concurrent;
using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Testing;

/// <summary>Settings as their modules declare them, until a test chooses others.</summary>
public sealed class TestSettings(IEnumerable<SettingDefinition> definitions) : ISettings
{
    private readonly Dictionary<string, string> _defaults = definitions.ToDictionary(d => d.Name, d => d.Default, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _chosen = new(StringComparer.Ordinal);

    public void Choose(string name, string value) => _chosen[name] = value;

    public ValueTask<string> Text(string name, CancellationToken ct) => ValueTask.FromResult(_chosen.GetValueOrDefault(name) ?? _defaults[name]);
}
