using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal readonly record struct SettingId(Guid Value) : ITypedId;

/// <summary>A value that an administrator chose instead of the default.</summary>
internal sealed class Setting : AggregateRoot
{
    private Setting(SettingId id, string name)
    {
        Id = id;
        Name = name;
        Value = "";
    }

    public SettingId Id { get; }

    public override Guid Key => Id.Value;

    /// <summary><c>module.name</c>, as declared.</summary>
    public string Name { get; }

    /// <summary>As text; the declaration says how it is read.</summary>
    public string Value { get; private set; }

    public static Setting Create(string name, string value)
    {
        var setting = new Setting(new SettingId(Guid.CreateVersion7()), name);
        setting.Change(value);
        return setting;
    }

    public void Change(string value)
    {
        if (Value == value && Version > 0) return;
        Value = value;
        Raise(new SettingWasChanged());
    }
}

internal sealed record SettingWasChanged : DomainEvent;
