using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The mapping profiles of a module: those in its assembly (embedded <c>Imports/*.json</c>) and those that somebody stored.</summary>
public sealed class ImportProfiles(
    IServiceProvider services, ModuleCatalog modules, CallerContext caller, CommandContext command, Transactions transactions)
{
    private const string Folder = ".Imports.";
    private const string Extension = ".json";
    private const int MostName = 100;
    private const int BuiltInVersion = 0;

    private static readonly Phrase BadName = new("1 to {0} lower-case letters, digits and hyphens.", "应为 1 到 {0} 个小写字母、数字或连字符。");
    private static readonly Phrase UnknownTarget = new("Known targets are: {0}.", "可用的目标：{0}。");

    public async Task<IReadOnlyList<ImportProfileView>> All(string module, CancellationToken ct)
    {
        var description = modules.Find(module)!;
        var stored = await services.ContextOf(description).Set<StoredImportProfile>().AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
        var own = stored.ConvertAll(p => new ImportProfileView(p.Name, p.Target, IsBuiltIn: false, Parse(p.Profile), p.Version));
        return [.. BuiltIn(description).Where(b => own.TrueForAll(p => p.Name != b.Name)).Concat(own).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="ResourceNotFound">There is none of that name.</exception>
    public async Task<ImportProfileView> Find(string module, string name, CancellationToken ct) =>
        (await All(module, ct)).FirstOrDefault(p => p.Name == name) ?? throw new ResourceNotFound("import profile", name);

    /// <summary>
    /// Creates, or replaces the version that the caller's If-Match names; a stored profile takes the place of a built-in one of the same name.
    /// </summary>
    /// <exception cref="PreconditionRequired">There is one, and the caller does not say which version of it.</exception>
    public async Task<ImportProfileView> Put(string module, string name, ImportProfile profile, CancellationToken ct)
    {
        if (name.Length is 0 or > MostName || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))) throw new InvalidInput("name", BadName, MostName);
        var target = await TargetOf(module, profile, ct);
        Demand(target);
        var db = services.ContextOf(modules.Find(module)!);
        var version = await transactions.Run(db, token => Store(db, name, profile, token), ct);
        return new ImportProfileView(name, profile.Target, IsBuiltIn: false, profile, version);
    }

    private async Task<int> Store(ModuleDbContext db, string name, ImportProfile profile, CancellationToken ct)
    {
        var description = modules.Find(db.Module)!;
        var stored = await db.Set<StoredImportProfile>().SingleOrDefaultAsync(p => p.Name == name, ct);
        var replaced = stored?.Target ?? BuiltIn(description).FirstOrDefault(p => p.Name == name)?.Target;
        if (replaced is not null) MayReplace(description, name, replaced, stored?.Version ?? BuiltInVersion);
        if (stored is null)
        {
            stored = new StoredImportProfile { Name = name, Target = "", Profile = "", ChangedAt = default, ChangedBy = "" };
            db.Add(stored);
        }

        (stored.Target, stored.Profile) = (profile.Target, JsonSerializer.Serialize(profile, EventJson.Options));
        (stored.ChangedAt, stored.ChangedBy, stored.Version) = (db.Time.GetUtcNow(), caller.Caller.Name, stored.Version + 1);
        db.AddAuditEntry("imports.put-profile", details: new { name, profile.Target });
        return stored.Version;
    }

    private void MayReplace(ModuleDescription description, string name, string target, int version)
    {
        // Nor may it be turned into one for something else by somebody who may not use it.
        if (description.Imports.Find(t => t.Target == target) is { } known && caller.Caller.ScopeOf(known.Permission) == RowScope.None) throw new NotAllowed(known.Permission);
        if (command.ExpectedVersion is not { } expected) throw new PreconditionRequired();
        if (expected != version) throw new VersionMismatch("import-profile", Guid.Empty, expected, version);
    }

    /// <summary>The target that a profile is for, after finding nothing wrong with the profile.</summary>
    /// <exception cref="InvalidInput">It has faults.</exception>
    public async Task<ImportDescription> TargetOf(string module, ImportProfile profile, CancellationToken ct)
    {
        var targets = modules.Find(module)!.Imports;
        var target = targets.Find(t => t.Target == profile.Target)
            ?? throw new InvalidInput("/target", UnknownTarget, string.Join(", ", targets.Select(t => t.Target)));
        ProfileCheck.Require(profile, await target.ShapeNow(services, ct), target.Traits.ShownTo(caller.Caller));
        return target;
    }

    /// <summary>Lets the caller reach what the permission of the target gives.</summary>
    /// <exception cref="NotAllowed">It gives nothing.</exception>
    public void Demand(ImportDescription target)
    {
        var scope = caller.Caller.ScopeOf(target.Permission);
        if (scope == RowScope.None) throw new NotAllowed(target.Permission);
        caller.Act(caller.Caller, scope);
    }

    private static IEnumerable<ImportProfileView> BuiltIn(ModuleDescription module)
    {
        foreach (var resource in module.Assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal) && n.EndsWith(Extension, StringComparison.Ordinal)))
        {
            using var stream = module.Assembly.GetManifestResourceStream(resource)!;
            var profile = JsonSerializer.Deserialize<ImportProfile>(stream, CrmJson.Options)!;
            if (module.Imports.TrueForAll(i => i.Target != profile.Target)) continue;
            var name = resource[(resource.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^Extension.Length];
            yield return new ImportProfileView(name, profile.Target, IsBuiltIn: true, profile, BuiltInVersion);
        }
    }

    private static ImportProfile Parse(string json) => JsonSerializer.Deserialize<ImportProfile>(json, EventJson.Options)!;
}
