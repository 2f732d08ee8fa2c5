using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Crm.BuildingBlocks.Hosting.PersonalData;

internal sealed class EncryptedConverter(KeyRing keys) : ValueConverter<string, string>(plain => keys.Encrypt(plain), stored => keys.Decrypt(stored));
