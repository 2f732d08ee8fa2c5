using System.Collections.Concurrent;
using Crm.BuildingBlocks.Hosting.Settings;

namespace Crm.Testing;

/// <summary>Settings as their modules declare them, until a test chooses others.</summary>
public sealed class TestSettings(IEnumerable<SettingDefinition> definitions) : ISettings
{
    // The platform's own, which a module reads and a test of that module alone has nobody to declare.
    private const string Currency = "platform.currency";

    private readonly Dictionary<string, string> _defaults = definitions.ToDictionary(d => d.Name, d => d.Default, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _chosen = new(StringComparer.Ordinal);

    public void Choose(string name, string value) => _chosen[name] = value;

    public ValueTask<string> Text(string name, CancellationToken ct) => ValueTask.FromResult(_chosen.GetValueOrDefault(name) ?? (name == Currency ? _defaults.GetValueOrDefault(name, "EUR") : _defaults[name]));
}
