using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The mapping profiles of a module: those in its assembly (embedded <c>Imports/*.json</c>) and those that somebody stored.</summary>
public sealed class ImportProfiles(IServiceProvider services, ModuleCatalog modules, CallerContext caller)
{
    private const string Folder = ".Imports.";
    private const string Extension = ".json";
    private const int MostName = 100;

    private static readonly Phrase BadName = new("1 to {0} lower-case letters, digits and hyphens.", "应为 1 到 {0} 个小写字母、数字或连字符。");
    private static readonly Phrase UnknownTarget = new("Known targets are: {0}.", "可用的目标：{0}。");

    public async Task<IReadOnlyList<ImportProfileView>> All(string module, CancellationToken ct)
    {
        var description = modules.Find(module)!;
        var stored = await services.ContextOf(description).Set<StoredImportProfile>().AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
        var own = stored.ConvertAll(p => new ImportProfileView(p.Name, p.Target, IsBuiltIn: false, Parse(p.Profile)));
        return [.. BuiltIn(description).Where(b => own.TrueForAll(p => p.Name != b.Name)).Concat(own).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="ResourceNotFound">There is none of that name.</exception>
    public async Task<ImportProfileView> Find(string module, string name, CancellationToken ct) =>
        (await All(module, ct)).FirstOrDefault(p => p.Name == name) ?? throw new ResourceNotFound("import profile", name);

    /// <summary>Creates or replaces; a stored profile takes the place of a built-in one of the same name.</summary>
    public async Task<ImportProfileView> Put(string module, string name, ImportProfile profile, CancellationToken ct)
    {
        if (name.Length is 0 or > MostName || name.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))) throw new InvalidInput("name", BadName, MostName);
        Demand(TargetOf(module, profile));
        var db = services.ContextOf(modules.Find(module)!);
        await using var transaction = await db.Dialect.BeginWrite(db, ct);
        var stored = await db.Set<StoredImportProfile>().SingleOrDefaultAsync(p => p.Name == name, ct);
        if (stored is null)
        {
            stored = new StoredImportProfile { Name = name, Target = "", Profile = "", ChangedAt = default, ChangedBy = "" };
            db.Add(stored);
        }

        (stored.Target, stored.Profile) = (profile.Target, JsonSerializer.Serialize(profile, EventJson.Options));
        (stored.ChangedAt, stored.ChangedBy) = (db.Time.GetUtcNow(), caller.Caller.Name);
        db.AddAuditEntry("imports.put-profile", details: new { name, profile.Target });
        await db.SaveChangesAsync(ct);
        await transaction.Commit(ct);
        return new ImportProfileView(name, profile.Target, IsBuiltIn: false, profile);
    }

    /// <summary>The target that a profile is for, after finding nothing wrong with the profile.</summary>
    /// <exception cref="InvalidInput">It has faults.</exception>
    public ImportDescription TargetOf(string module, ImportProfile profile)
    {
        var targets = modules.Find(module)!.Imports;
        var target = targets.Find(t => t.Target == profile.Target)
            ?? throw new InvalidInput("/target", UnknownTarget, string.Join(", ", targets.Select(t => t.Target)));
        ProfileCheck.Require(profile, target.Shape);
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
            yield return new ImportProfileView(name, profile.Target, IsBuiltIn: true, profile);
        }
    }

    private static ImportProfile Parse(string json) => JsonSerializer.Deserialize<ImportProfile>(json, EventJson.Options)!;
}
