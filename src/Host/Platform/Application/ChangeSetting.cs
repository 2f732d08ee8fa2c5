using System.Text.Json.Serialization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application;

internal sealed record ChangeSetting(string Value) : ICommand<SettingReply>
{
    [JsonIgnore]
    public string Name { get; init; } = "";
}

internal sealed record SettingReply(string Name, int Version);

internal sealed class ChangeSettingValidator : AbstractValidator<ChangeSetting>
{
    public ChangeSettingValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Value).NotNull().MaximumLength(2000);
    }
}

internal sealed class ChangeSettingHandler(PlatformDbContext db, IEnumerable<SettingDefinition> definitions) : ICommandHandler<ChangeSetting, SettingReply>
{
    public async Task<SettingReply> Handle(ChangeSetting command, CancellationToken ct)
    {
        var definition = definitions.FirstOrDefault(d => d.Name == command.Name) ?? throw new ResourceNotFound("setting", command.Name);
        if (!definition.Accepts(command.Value)) throw new InvalidInput("/value", definition.Expected);
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == command.Name, ct);
        if (setting is not null) db.CheckExpectedVersion(setting);
        if (setting is null) db.Settings.Add(setting = Setting.Create(command.Name, command.Value));
        else setting.Change(command.Value);
        return new SettingReply(setting.Name, setting.Version);
    }
}
