using Crm.Host.Platform.Access;
using Crm.Host.Platform.Domain;
using Crm.Host.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Crm.Host.Platform.Application;

/// <summary>Keeps an installation from locking itself out. Where people sign in through an identity provider, that is a way in already.</summary>
internal sealed class LastAdministrator(PlatformDbContext db, IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>Call after the change: what is tracked counts as it is now.</summary>
    public async Task MustRemain(CancellationToken ct)
    {
        if (options.Value.HasProvider) return;
        // The lock makes two changes that would each leave the other's client take turns.
        await db.Touch(Stamp.Access, ct);
        var now = time.GetUtcNow();
        var clients = await db.Clients.ToListAsync(ct);
        if (!clients.Exists(c => c.Active && c.Roles.Contains(BuiltInRoles.Administrator) && c.Keys.Any(k => k.IsValid(now))))
            throw PlatformRules.LastAdministrator.Broken();
    }
}
