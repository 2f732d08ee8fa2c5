using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Platform.Persistence;

internal static class KeyMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DataKey>(key =>
        {
            key.ToTable("DataKeys").HasKey(k => k.Number);
            key.Property(k => k.Number).ValueGeneratedNever();
            key.Property(k => k.Wrapped).HasMaxLength(400);
        });
        model.Entity<PersonKey>(key =>
        {
            key.ToTable("PersonKeys").HasKey(k => k.PersonId);
            key.Property(k => k.PersonId).ValueGeneratedNever();
        });
        model.Entity<Stamp>(stamp => stamp.ToTable("Stamps").HasKey(s => s.Name));
    }
}
