using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Application.Imports;

/// <summary>A person in a file. What is empty says nothing.</summary>
internal sealed record UserImportRow(
    [ImportField("Name", "姓名")] string Name,
    [ImportField("Login; left out, the other system and the key there: northwind-5", "登录名；为空则为外部系统名加标识，例如 northwind-5")] string? Login = null,
    [ImportField("E-mail", "电子邮件")] string? Email = null,
    [ImportField("Code of the org unit", "部门编码", MaxLength = 100)] string? Unit = null,
    [ImportField("Language of mails and messages", "邮件和消息所用语言")] Language? Language = null,
    [ImportField("IANA time zone; that of the company when a new one does not say", "IANA 时区；新用户未注明时为公司时区", MaxLength = 100)] string? TimeZone = null,
    [ImportField("Role that a new person gets; those of a known one stay", "新用户的角色；已有用户的角色不变", MaxLength = 100)] string? Role = null,
    [ImportField("Whether the person may sign in; a new one may", "是否可登录；新用户默认可以")] bool? Active = null)
{
    public string LoginFor(ImportRef reference) => User.NormalLogin(Login ?? $"{reference.System}-{reference.Id}");
}

internal sealed class UserImportRowValidator : AbstractValidator<UserImportRow>
{
    public UserImportRowValidator()
    {
        RuleFor(r => r.Email).EmailAddress();
        RuleFor(r => r.TimeZone).IsTimeZone();
    }
}

/// <summary>Takes people from a file, each through the command that adds or changes a user. They are recognised by their login.</summary>
internal sealed class UserImport(PlatformDbContext db, ICommandHandler<AddUser, UserReply> add, ICommandHandler<ChangeUser, UserReply> change)
    : IImportTarget<UserImportRow>
{
    public async Task Apply(IReadOnlyList<ImportRow<UserImportRow>> rows, ImportContext context, CancellationToken ct)
    {
        var users = await Known(rows, ct);
        var units = await Units(rows, ct);
        foreach (var row in rows)
        {
            try
            {
                await Take(row, users, units, ct);
            }
            catch (RuleBroken broken) when (!db.ChangeTracker.HasChanges())
            {
                // Refused before anything was done: the other rows need not be tried again.
                row.Refuse(broken.Rule, [.. broken.Values]);
            }

            context.ForgetSaved();
        }
    }

    private async Task Take(ImportRow<UserImportRow> row, Dictionary<string, User> users, Dictionary<string, Guid> units, CancellationToken ct)
    {
        var said = row.Value;
        Guid? unit = said.Unit is null ? null : units.TryGetValue(said.Unit, out var id) ? id : throw PlatformRules.UnitUnknown.Broken(said.Unit);
        if (users.TryGetValue(said.LoginFor(row.Ref), out var user)) await Change(user, unit, row, ct);
        else await Add(unit, row, ct);
    }

    private async Task Add(Guid? unit, ImportRow<UserImportRow> row, CancellationToken ct)
    {
        var said = row.Value;
        var roles = said.Role is null ? [] : new[] { said.Role };
        var added = await add.Handle(new AddUser(said.LoginFor(row.Ref), said.Name, said.Email, unit, said.Language, said.TimeZone, roles), ct);
        if (said.Active == false)
        {
            var user = await db.Users.FindAsync([new UserId(added.Id)], ct);
            await change.Handle(new ChangeUser(said.Name, user!.TimeZone, roles, Active: false, said.Email, unit, said.Language) { Id = added.Id }, ct);
        }

        row.Created(added.Id);
    }

    private async Task Change(User user, Guid? unit, ImportRow<UserImportRow> row, CancellationToken ct)
    {
        var said = row.Value;
        var changed = await change.Handle(
            new ChangeUser(
                said.Name, said.TimeZone ?? user.TimeZone, user.Roles, said.Active ?? user.Active, said.Email ?? user.Email,
                unit ?? user.UnitId?.Value, said.Language ?? user.Language)
            { Id = user.Key },
            ct);
        if (changed.Version == user.Version) row.Unchanged(user.Key);
        else row.Updated(user.Key);
    }

    private async Task<Dictionary<string, User>> Known(IReadOnlyList<ImportRow<UserImportRow>> rows, CancellationToken ct)
    {
        var logins = rows.Select(r => r.Value.LoginFor(r.Ref)).Distinct().ToList();
        return await db.Users.AsNoTracking().Where(u => EF.Parameter(logins).Contains(u.Login)).ToDictionaryAsync(u => u.Login, ct);
    }

    private async Task<Dictionary<string, Guid>> Units(IReadOnlyList<ImportRow<UserImportRow>> rows, CancellationToken ct)
    {
        var codes = rows.Select(r => r.Value.Unit).OfType<string>().Distinct().ToList();
        return codes.Count == 0 ? [] : await db.Units.Where(u => EF.Parameter(codes).Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Id.Value, ct);
    }
}
